import '@/camera/camera.css';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Guide } from '@/camera/Guide';
import { play } from '@/camera/play';

const INITIAL = { width: 640, height: 480 };

/** The camera as a mirror as large as the screen, with one sentence. */
export function KioskCamera({
  video,
  stream,
  text,
  hidden,
  busy,
}: {
  video: RefObject<HTMLVideoElement | null>;
  stream: MediaStream | undefined;
  text: string;
  /** Something else is said. */
  hidden: boolean;
  busy: boolean;
}) {
  const { t } = useTranslation('kiosk');
  const [size, setSize] = useState(INITIAL);
  useEffect(() => {
    if (video.current && stream) {
      return play(video.current, stream);
    }
  }, [video, stream]);
  const measure = ({ currentTarget }: { currentTarget: HTMLVideoElement }) =>
    setSize({ width: currentTarget.videoWidth, height: currentTarget.videoHeight });
  return (
    <div className="janua-kiosk-camera" aria-hidden={hidden}>
      <div className="janua-kiosk-mirror">
        <video ref={video} playsInline muted aria-label={t('camera')} onLoadedMetadata={measure} onResize={measure} />
        <Guide {...size} progress={busy ? 1 : 0} good={busy} arrow={undefined} />
      </div>
      <p role="status" className={busy ? 'janua-kiosk-advice janua-kiosk-busy' : 'janua-kiosk-advice'}>
        {text}
      </p>
    </div>
  );
}
