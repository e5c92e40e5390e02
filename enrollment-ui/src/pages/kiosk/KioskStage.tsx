import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReachable } from '@/api/connection';
import { useCamera } from '@/camera/useCamera';
import { EvaluationOnly } from '@/layout/EvaluationOnly';
import { Broken } from './Broken';
import { Keypad } from './Keypad';
import type { Advice } from './kiosk';
import { KioskCamera } from './KioskCamera';
import { useAttendant } from './useAttendant';
import { useAwake } from './useAwake';
import { useServiceCheck } from './useServiceCheck';
import { Verdict } from './Verdict';

/** Whoever is advised of something goes on reading it while the next picture is looked at. */
const UNADVISED = new Set<Advice>(['ready', 'look_up']);

/** The camera, and over it what there is to say. */
export function KioskStage({ point, otherKey }: { point: string; otherKey: () => void }) {
  const { t } = useTranslation('kiosk');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera();
  const reachable = useReachable();
  const stream = camera.state.kind === 'on' ? camera.state.stream : undefined;
  const { kiosk, asking, press, wantOther } = useAttendant(video, stream !== undefined && reachable, point);
  const { refused, evaluationOnly } = useServiceCheck();
  useAwake();
  const working = reachable && !refused;
  const advice = kiosk.kind === 'watching' ? kiosk.advice : 'ready';
  return (
    <main className="janua-kiosk-main">
      <KioskCamera
        video={video}
        stream={stream}
        text={t(asking && UNADVISED.has(advice) ? 'asking' : `advice.${advice}`)}
        hidden={!working || kiosk.kind !== 'watching'}
        busy={asking}
      />
      {camera.state.kind === 'failed' ? (
        <Broken why={t(`camera:failure.${camera.state.failure}.title`)} again={camera.again} />
      ) : !reachable ? (
        <Broken why={t('broken.away')} />
      ) : refused ? (
        <Broken problem={refused} otherKey={otherKey} />
      ) : kiosk.kind === 'broken' ? (
        <Broken problem={kiosk.problem} otherKey={otherKey} />
      ) : kiosk.kind === 'answered' ? (
        <Verdict decision={kiosk.decision} milliseconds={kiosk.until - kiosk.since} />
      ) : (
        kiosk.kind === 'entering' && (
          <Keypad wanted={kiosk.wanted} typed={kiosk.typed} press={press} other={kiosk.other ? wantOther : undefined} />
        )
      )}
      {evaluationOnly && <EvaluationOnly className="janua-kiosk-evaluation" />}
    </main>
  );
}
