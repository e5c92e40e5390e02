import { type CSSProperties, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaceFrames } from '@/components/FaceFrames';
import { type Capture, type Shown, sideOf } from './capture';
import { sizeOf } from './frames';
import { Guide } from './Guide';
import { play } from './play';
import { arrow, type Asked } from './turns';

const INITIAL = { width: 640, height: 480 };
const GOOD = new Set<Shown>(['good', 'hold_the_turn']);

/** The camera as a mirror, with what there is to see and to do. The video plays by itself; only what lies over it moves. */
export function CameraView({
  video,
  stream,
  capture,
  asked,
  blind,
}: {
  video: RefObject<HTMLVideoElement | null>;
  stream: MediaStream | undefined;
  capture: Capture;
  asked: Asked | undefined;
  /** Nobody looks at the frames just now: what was seen last is no advice any more. */
  blind: boolean;
}) {
  const { t } = useTranslation(['camera', 'advice']);
  const [size, setSize] = useState(INITIAL);
  useEffect(() => {
    if (video.current && stream) {
      return play(video.current, stream);
    }
  }, [video, stream]);
  const looked = stream !== undefined && !blind;
  const shown = looked ? capture.hint?.shown : undefined;
  const good = shown !== undefined && GOOD.has(shown);
  const side = sideOf(capture, asked);
  const turns = side && shown === `turn_${side}`;
  const seen = looked ? capture.last : undefined;
  return (
    <div
      className="janua-camera-view"
      style={{ aspectRatio: size.width / size.height, '--proportion': size.width / size.height } as CSSProperties}
    >
      <video
        ref={video}
        className="janua-camera-video"
        playsInline
        muted
        aria-label={t('video')}
        onLoadedMetadata={({ currentTarget }) => {
          setSize(sizeOf(currentTarget.videoWidth, currentTarget.videoHeight));
          // All of it, advice included, on a telephone that lies on its side, too.
          requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest', behavior: 'smooth' }));
        }}
        onResize={({ currentTarget }) => setSize(sizeOf(currentTarget.videoWidth, currentTarget.videoHeight))}
      />
      <Guide
        {...size}
        progress={looked ? capture.progress : 0}
        good={good}
        arrow={turns ? arrow(side, true) : undefined}
      />
      {seen && (
        <FaceFrames
          width={seen.width}
          height={seen.height}
          faces={seen.faces}
          mirrored
          label={(_, index) => ({ tone: index > 0 ? 'bad' : good ? 'good' : 'warn' })}
        />
      )}
      <p className={good ? 'janua-camera-advice janua-camera-good' : 'janua-camera-advice'} role="status">
        {t(stream ? (blind ? 'noAdvice' : `advice:${shown ?? 'wait'}`) : 'starting')}
      </p>
    </div>
  );
}
