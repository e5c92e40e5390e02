import { ApiProblem } from '@/api/problem';
import type { PackingNews } from './packing.worker';
import type { Packed } from './zip-write';

/**
 * Packs in a worker, so that the page stays responsive.
 *
 * @throws ApiProblem when a file can no longer be read; DOMException when the signal aborted
 */
export function packAside(files: Packed[], progress: (done: number) => void, signal: AbortSignal): Promise<Blob> {
  const worker = new Worker(new URL('./packing.worker.ts', import.meta.url), { type: 'module' });
  const packing = new Promise<Blob>((resolve, reject) => {
    const unreadable = () =>
      reject(new ApiProblem(0, 'file_unreadable', 'A file changed or went away while it was read.'));
    worker.onmessage = ({ data }: MessageEvent<PackingNews>) => {
      if ('archive' in data) resolve(data.archive);
      else if ('done' in data) progress(data.done);
      else unreadable();
    };
    worker.onerror = unreadable;
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.postMessage(files);
  });
  return packing.finally(() => worker.terminate());
}
