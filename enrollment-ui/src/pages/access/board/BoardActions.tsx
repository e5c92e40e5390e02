import { Button } from '@patternfly/react-core';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import LockOpenIcon from '@patternfly/react-icons/dist/esm/icons/lock-open-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import type { AccessMode, AccessPoint } from '../types';
import { ModeDialog } from './ModeDialog';

/** For emergencies and their end: all points at once, or those of a zone. */
export function BoardActions({ points, zone }: { points: AccessPoint[]; zone: string | undefined }) {
  const { t } = useTranslation('access');
  const may = useMay();
  const [mode, setMode] = useState<AccessMode>();
  if (!may('access.operate')) {
    return null;
  }
  return (
    <>
      <Button variant="secondary" isDanger icon={<LockIcon />} onClick={() => setMode('lockdown')}>
        {t('mode.lockdown.action')}
      </Button>
      <Button variant="secondary" icon={<LockOpenIcon />} onClick={() => setMode('released')}>
        {t('mode.released.action')}
      </Button>
      {points.some((point) => point.mode !== 'normal') && (
        <Button variant="secondary" onClick={() => setMode('normal')}>
          {t('mode.normal.action')}
        </Button>
      )}
      {mode && (
        <ModeDialog
          mode={mode}
          points={points}
          scope={zone === undefined ? { kind: 'all' } : { kind: 'zone', zone }}
          close={() => setMode(undefined)}
        />
      )}
    </>
  );
}
