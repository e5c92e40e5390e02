import { Masthead, MastheadBrand, MastheadContent, MastheadMain, MastheadToggle } from '@patternfly/react-core';
import { Page, PageSidebar, PageSidebarBody, PageToggleButton, SkipToContent } from '@patternfly/react-core';
import BarsIcon from '@patternfly/react-icons/dist/esm/icons/bars-icon';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useReachable } from '@/api/connection';
import { Notice } from '@/components/Notice';
import { ErrorBoundary } from './ErrorBoundary';
import { Loading } from '@/components/Loading';
import { Navigation } from './Navigation';
import { PackBanner } from './PackBanner';
import { Preferences } from './Preferences';

/** What surrounds every page of the console. */
export function Shell() {
  const { t } = useTranslation();
  const reachable = useReachable();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const masthead = (
    <Masthead display={{ default: 'inline' }}>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton variant="plain" aria-label={t('nav.toggle')} id="toggle-navigation">
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
        <MastheadBrand>
          <Link to="/" className="janua-brand">
            <img src="/janua.svg" alt="" width="32" height="32" />
            <span>{t('product')}</span>
          </Link>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Preferences />
      </MastheadContent>
    </Masthead>
  );
  const sidebar = (
    <PageSidebar>
      <PageSidebarBody>
        <Navigation />
      </PageSidebarBody>
    </PageSidebar>
  );
  return (
    <Page
      masthead={masthead}
      sidebar={sidebar}
      isManagedSidebar
      skipToContent={
        <SkipToContent
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {t('skipToContent')}
        </SkipToContent>
      }
      isContentFilled
    >
      <section id="main" ref={main} tabIndex={-1} className="janua-main">
        <div role="status" aria-live="polite">
          {!reachable && <Notice variant="warning" title={t('connection.lost')} className="janua-banner" />}
        </div>
        <PackBanner />
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </section>
    </Page>
  );
}
