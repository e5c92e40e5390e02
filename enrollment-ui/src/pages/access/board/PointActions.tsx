import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import type { AccessMode, AccessPoint } from '../types';
import { ModeDialog } from './ModeDialog';
import { OpenOnceDialog } from './OpenOnceDialog';

const MODES: AccessMode[] = ['lockdown', 'released', 'normal'];

/** What a guard does at one point. */
export function PointActions({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const may = useMay();
  const [menu, setMenu] = useState(false);
  const [opening, setOpening] = useState(false);
  const [mode, setMode] = useState<AccessMode>();
  if (!may('access.operate')) {
    return null;
  }
  const name = point.name;
  return (
    <span className="janua-point-actions">
      <Button
        variant="secondary"
        size="sm"
        isDisabled={!point.enabled}
        aria-label={t('open.of', { name })}
        onClick={() => setOpening(true)}
      >
        {t('open.action')}
      </Button>
      <Dropdown
        isOpen={menu}
        onOpenChange={setMenu}
        onSelect={() => setMenu(false)}
        popperProps={{ position: 'right' }}
        toggle={(toggle) => (
          <MenuToggle
            ref={toggle}
            variant="plain"
            size="sm"
            isExpanded={menu}
            aria-label={t('mode.of', { name })}
            onClick={() => setMenu(!menu)}
            icon={<EllipsisVIcon />}
          />
        )}
      >
        <DropdownList>
          {MODES.map((each) => (
            <DropdownItem
              key={each}
              isDisabled={point.mode === each}
              isDanger={each === 'lockdown'}
              onClick={() => setMode(each)}
            >
              {t(`mode.${each}.action`)}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
      {opening && <OpenOnceDialog point={point} close={() => setOpening(false)} />}
      {mode && (
        <ModeDialog
          mode={mode}
          points={[point]}
          scope={{ kind: 'point', point: name }}
          close={() => setMode(undefined)}
        />
      )}
    </span>
  );
}
