import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-icon';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { canShowFullScreen, onFullScreen, showFullScreen } from './fullScreen';

/** For a kiosk that came back by itself: without a tap the browser keeps its bars. */
export function FullScreen() {
  const { t } = useTranslation('kiosk');
  return useSyncExternalStore(onFullScreen, canShowFullScreen) ? (
    <button type="button" aria-label={t('fullScreen')} onClick={showFullScreen}>
      <ExpandIcon />
    </button>
  ) : null;
}
