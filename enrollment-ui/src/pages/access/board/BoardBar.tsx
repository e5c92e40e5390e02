import { Button, FormSelect, FormSelectOption, Label } from '@patternfly/react-core';
import CompressIcon from '@patternfly/react-icons/dist/esm/icons/compress-icon';
import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-icon';
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon';
import LockOpenIcon from '@patternfly/react-icons/dist/esm/icons/lock-open-icon';
import { useTranslation } from 'react-i18next';
import type { StreamState } from '@/api/events';
import { useGalleries } from '@/layout/galleries';
import type { AccessPoint } from '../types';
import { summaryOf, zonesOf } from './board';
import { LiveSign } from './LiveSign';

/** Which points are shown, whether all is as usual, and the way to a picture for the wall. */
export function BoardBar({
  points,
  live,
  address,
  change,
}: {
  points: AccessPoint[];
  live: StreamState;
  address: URLSearchParams;
  change: (address: URLSearchParams) => void;
}) {
  const { t } = useTranslation('access');
  const galleries = useGalleries().data ?? [];
  const zones = zonesOf(points);
  const wall = address.has('wall');
  const { lockdown, released } = summaryOf(points);
  const set = (name: string, value: string | undefined) => {
    const changed = new URLSearchParams(address);
    if (value) changed.set(name, value);
    else changed.delete(name);
    change(changed);
  };
  const toggleWall = () => {
    set('wall', wall ? undefined : 'on');
    // A browser may refuse; then the page fills the window only.
    if (wall) {
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    } else {
      void document.documentElement.requestFullscreen?.().catch(() => {});
    }
  };
  return (
    <div className="janua-board-bar">
      <LiveSign state={live} />
      {lockdown > 0 && (
        <Label status="danger" icon={<LockIcon />}>
          {t('board.lockedDown', { count: lockdown })}
        </Label>
      )}
      {released > 0 && (
        <Label status="warning" icon={<LockOpenIcon />}>
          {t('board.released', { count: released })}
        </Label>
      )}
      <span className="janua-board-space" />
      {!wall && galleries.length > 1 && (
        <Choice
          label={t('gallery.one')}
          any={t('gallery.any')}
          values={galleries.map(({ name }) => name)}
          value={address.get('gallery') ?? ''}
          choose={(gallery) => set('gallery', gallery)}
        />
      )}
      {!wall && zones.length > 1 && (
        <Choice
          label={t('zone.one')}
          any={t('zone.any')}
          values={zones}
          value={address.get('zone') ?? ''}
          choose={(zone) => set('zone', zone)}
        />
      )}
      <Button variant="link" icon={wall ? <CompressIcon /> : <ExpandIcon />} onClick={toggleWall}>
        {t(wall ? 'board.wallEnd' : 'board.wall')}
      </Button>
    </div>
  );
}

function Choice({
  label,
  any,
  values,
  value,
  choose,
}: {
  label: string;
  any: string;
  values: string[];
  value: string;
  choose: (value: string) => void;
}) {
  return (
    <FormSelect className="janua-choice" aria-label={label} value={value} onChange={(_, chosen) => choose(chosen)}>
      <FormSelectOption value="" label={any} />
      {value && !values.includes(value) && <FormSelectOption value={value} label={value} />}
      {values.map((each) => (
        <FormSelectOption key={each} value={each} label={each} />
      ))}
    </FormSelect>
  );
}
