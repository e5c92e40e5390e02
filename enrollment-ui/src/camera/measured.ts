export const MEASURE = 'janua:advice';
const MOST = 200;

let kept = 0;

/** Notes how long it took from a frame to its advice on the screen. @param from when the camera showed the frame */
export function measure(from: number) {
  if (kept >= MOST) {
    forgetOlder();
  }
  performance.measure(MEASURE, { start: from, end: performance.now() });
  kept += 1;
}

/** Calls back when what React has just changed is painted. */
export function whenPainted(callback: () => void) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(undefined);
  });
}

/** A browser forgets measures by name only, so the newer half is written down again. */
function forgetOlder() {
  const newer = performance.getEntriesByName(MEASURE, 'measure').slice(-MOST / 2);
  performance.clearMeasures(MEASURE);
  for (const { startTime, duration } of newer) {
    performance.measure(MEASURE, { start: startTime, end: startTime + duration });
  }
  kept = newer.length;
}
