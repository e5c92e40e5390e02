import './camera.css';
import { Button } from '@patternfly/react-core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { isComplete } from './capture';
import { CameraControls } from './CameraControls';
import { CameraView } from './CameraView';
import { NoCamera } from './NoCamera';
import { Steps } from './Steps';
import type { Asked } from './turns';
import { useAdvice } from './useAdvice';
import { useAutomatic } from './useAutomatic';
import { useCamera } from './useCamera';
import { type Taken, useCapture } from './useCapture';
import type { Analyse } from './watch';

/**
 * A camera that says what to do for a good picture, and takes the best one by itself. It is on as long as it is shown.
 */
export function CameraStage({
  analyse,
  asked,
  instead,
  onTaken,
}: {
  analyse: Analyse;
  /** Turns of the head that have to follow the frontal picture. */
  asked?: Asked;
  /** What to offer where there is no camera. */
  instead?: ReactNode;
  onTaken: (taken: Taken) => void;
}) {
  const { t } = useTranslation('camera');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera();
  const [automatic, setAutomatic] = useAutomatic();
  const { state, see, take } = useCapture({ asked, automatic }, onTaken);
  const stream = camera.state.kind === 'on' ? camera.state.stream : undefined;
  const complete = isComplete(state, asked);
  const advice = useAdvice(video, stream !== undefined && !complete, analyse, see);
  if (camera.state.kind === 'failed') {
    return <NoCamera failure={camera.state.failure} again={camera.again} instead={instead} />;
  }
  const blind = advice.problem !== undefined || advice.delay !== undefined;
  const press = async () => {
    if (!blind && state.last) {
      take(state.last);
    } else {
      take({ ...(await advice.grab()), faces: [] });
    }
  };
  return (
    <div className="janua-camera">
      {asked && <Steps done={state.taken.length} of={asked.turns.length + 1} />}
      <div className="janua-camera-body">
        <CameraView video={video} stream={stream} capture={state} asked={asked} blind={blind} />
        {state.taken.length === 0 && (
          <CameraControls
            camera={camera}
            score={stream && !blind ? state.last?.faces[0]?.quality.score : undefined}
            automatic={automatic}
            changeAutomatic={setAutomatic}
            press={stream && (blind || state.last?.faces.length) ? () => void press() : undefined}
          />
        )}
      </div>
      {advice.delay && <Notice isPlain variant="info" title={t('delayed')} />}
      {advice.problem !== undefined && (
        <div role="alert">
          <ProblemAlert problem={advice.problem} variant="warning" />
          <Button variant="link" isInline onClick={advice.again}>
            {t('tryAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}
