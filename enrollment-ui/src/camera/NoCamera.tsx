import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import VideoSlashIcon from '@patternfly/react-icons/dist/esm/icons/video-slash-icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraFailure } from './failure';

/** Why there is no picture, and what to do about it. */
export function NoCamera({
  failure,
  again,
  instead,
}: {
  failure: CameraFailure;
  again: () => void;
  /** Another way than the camera. */
  instead?: ReactNode;
}) {
  const { t } = useTranslation('camera');
  return (
    <div role="alert">
      <EmptyState
        variant="sm"
        headingLevel="h3"
        icon={VideoSlashIcon}
        status="warning"
        titleText={t(`failure.${failure}.title`)}
      >
        <EmptyStateBody>{t(`failure.${failure}.help`)}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            {failure !== 'insecure' && (
              <Button onClick={again}>{t(failure === 'lost' ? 'startAgain' : 'tryAgain')}</Button>
            )}
            {instead}
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </div>
  );
}
