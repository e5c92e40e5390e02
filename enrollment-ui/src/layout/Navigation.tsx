import { MenuToggle, Nav, NavGroup, NavItem, NavList, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { type Operation, useMay } from '@/auth/me';
import { firstGallery, rememberGallery, useGalleries } from './galleries';

interface Entry {
  path: string;
  text: string;
  needs: Operation;
}

/** Pages of the chosen gallery, below /galleries/{gallery}. */
const OF_GALLERY: Entry[] = [
  { path: 'people', text: 'nav.people', needs: 'subjects.read' },
  { path: 'enroll', text: 'nav.enroll', needs: 'enroll' },
  { path: 'imports', text: 'nav.imports', needs: 'enroll' },
  { path: 'recognise', text: 'nav.recognise', needs: 'identify' },
  { path: 'operating-point', text: 'nav.operatingPoint', needs: 'models.read' },
  { path: 'policy', text: 'nav.policy', needs: 'galleries.read' },
];

const ACCESS: Entry[] = [
  { path: '/doors', text: 'nav.doors', needs: 'access.read' },
  { path: '/access/rules', text: 'nav.rules', needs: 'access.read' },
  { path: '/access/groups', text: 'nav.groups', needs: 'access.read' },
  { path: '/access/schedules', text: 'nav.schedules', needs: 'access.read' },
  { path: '/access/presence', text: 'nav.presence', needs: 'access.read' },
  { path: '/access/blocks', text: 'nav.blocks', needs: 'access.read' },
  { path: '/hooks', text: 'nav.hooks', needs: 'hooks' },
];

const ADMINISTRATION: Entry[] = [
  { path: '/compare', text: 'nav.compare', needs: 'compare' },
  { path: '/galleries', text: 'nav.galleries', needs: 'galleries.read' },
  { path: '/api-keys', text: 'nav.apiKeys', needs: 'api-keys' },
  { path: '/audit', text: 'nav.audit', needs: 'audit.read' },
  { path: '/system', text: 'nav.system', needs: 'system.read' },
];

export function Navigation() {
  const { t } = useTranslation();
  const may = useMay();
  const { pathname } = useLocation();
  const { gallery: inAddress } = useParams();
  const galleries = useGalleries();
  const gallery = inAddress ?? firstGallery(galleries.data ?? []);
  useEffect(() => {
    if (inAddress) rememberGallery(inAddress);
  }, [inAddress]);
  const item = (path: string, text: string, active: boolean) => (
    <NavItem key={path} itemId={path} isActive={active}>
      <Link to={path} aria-current={active ? 'page' : undefined}>
        {t(text)}
      </Link>
    </NavItem>
  );
  const group = (title: string, entries: Entry[]) => {
    const offered = entries.filter((entry) => may(entry.needs));
    return (
      offered.length > 0 && (
        <NavGroup title={t(title)}>
          {offered.map(({ path, text }) => item(path, text, pathname === path || isBelow(pathname, path)))}
        </NavGroup>
      )
    );
  };
  return (
    <Nav aria-label={t('nav.label')}>
      <div className="janua-gallery-selector">
        <GallerySelector chosen={gallery} names={galleries.data?.map((each) => each.name) ?? []} />
      </div>
      {gallery && (
        <NavList aria-label={t('nav.gallery')}>
          {OF_GALLERY.filter((entry) => may(entry.needs)).map((entry) => {
            const path = `/galleries/${encodeURIComponent(gallery)}/${entry.path}`;
            return item(path, entry.text, pathname.startsWith(path));
          })}
        </NavList>
      )}
      {group('nav.access', ACCESS)}
      {group('nav.administration', ADMINISTRATION)}
    </Nav>
  );
}

/** Pages below one belong to it, but for those of a gallery, which have entries of their own. */
function isBelow(pathname: string, path: string): boolean {
  return path !== '/galleries' && pathname.startsWith(`${path}/`);
}

/** Another gallery, same page. */
function GallerySelector({ chosen, names }: { chosen: string | undefined; names: string[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const page = /^\/galleries\/[^/]+\/([^/]+)/.exec(pathname)?.[1] ?? 'people';
  if (names.length === 0) {
    return null;
  }
  return (
    <Select
      isOpen={open}
      selected={chosen}
      onOpenChange={setOpen}
      isScrollable
      onSelect={(_, name) => {
        setOpen(false);
        rememberGallery(String(name));
        void navigate(`/galleries/${encodeURIComponent(String(name))}/${page}`);
      }}
      toggle={(toggle) => (
        <MenuToggle
          ref={toggle}
          isFullWidth
          isExpanded={open}
          onClick={() => setOpen(!open)}
          aria-label={`${t('nav.chooseGallery')}: ${chosen}`}
        >
          {chosen}
        </MenuToggle>
      )}
    >
      <SelectList>
        {names.map((name) => (
          <SelectOption key={name} value={name}>
            {name}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
