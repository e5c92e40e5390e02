import { useEffect, useState } from 'react';
import { type CameraFailure, failureOf } from './failure';
import { useVisible } from './useVisible';

export type CameraState =
  | { kind: 'starting' }
  | { kind: 'on'; stream: MediaStream; deviceId: string | undefined }
  | { kind: 'failed'; failure: CameraFailure };

export interface Camera {
  state: CameraState;
  /** Cameras to choose from; known once one was permitted. */
  devices: MediaDeviceInfo[];
  choose: (deviceId: string) => void;
  /** After a failure. */
  again: () => void;
}

const STARTING: CameraState = { kind: 'starting' };
const INSECURE: CameraState = { kind: 'failed', failure: 'insecure' };

/**
 * A camera for as long as the component is shown and the page is seen: its lamp must not burn when nobody looks.
 */
export function useCamera(): Camera {
  const visible = useVisible();
  const [wanted, setWanted] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const [state, setState] = useState<CameraState>(STARTING);
  // Browsers hand out cameras only to pages that nobody can have altered on their way.
  const secure = Boolean(navigator.mediaDevices?.getUserMedia);
  useEffect(() => {
    if (!secure || !visible) {
      return;
    }
    let stopped = false;
    let stream: MediaStream | undefined;
    void open(wanted)
      .then(async (opened) => {
        if (stopped) {
          stop(opened);
          return;
        }
        stream = opened;
        const [track] = opened.getVideoTracks();
        track?.addEventListener('ended', () => {
          if (!stopped) setState({ kind: 'failed', failure: 'lost' });
        });
        setState({ kind: 'on', stream: opened, deviceId: track?.getSettings().deviceId });
        const all = await navigator.mediaDevices.enumerateDevices();
        if (!stopped) setDevices(all.filter((device) => device.kind === 'videoinput'));
      })
      .catch((error: unknown) => {
        if (!stopped) setState({ kind: 'failed', failure: failureOf(error) });
      });
    return () => {
      stopped = true;
      if (stream) stop(stream);
      setState(STARTING);
    };
  }, [secure, visible, wanted, attempt]);
  return {
    state: secure ? state : INSECURE,
    devices,
    choose: setWanted,
    again: () => {
      setState(STARTING);
      setAttempt((before) => before + 1);
    },
  };
}

function open(deviceId: string | undefined): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: {
      width: { ideal: 960, max: 1280 },
      height: { ideal: 720, max: 1280 },
      frameRate: { ideal: 30 },
      ...(deviceId === undefined ? { facingMode: 'user' } : { deviceId: { exact: deviceId } }),
    },
  });
}

function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}
