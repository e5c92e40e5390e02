import DoorClosedIcon from '@patternfly/react-icons/dist/esm/icons/door-closed-icon';
import TabletAltIcon from '@patternfly/react-icons/dist/esm/icons/tablet-alt-icon';
import WalkingIcon from '@patternfly/react-icons/dist/esm/icons/walking-icon';
import type { PointKind } from './types';

const ICONS = { door: DoorClosedIcon, turnstile: WalkingIcon, kiosk: TabletAltIcon };

/** Beside words that say the same. */
export function KindIcon({ kind }: { kind: PointKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" />;
}
