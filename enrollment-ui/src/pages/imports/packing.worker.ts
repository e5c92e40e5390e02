import { pack, type Packed } from './zip-write';

/** Told now and then, and at last the archive. */
export type PackingNews = { done: number } | { archive: Blob } | { failed: string };

const TELL_EVERY_MS = 100;

addEventListener('message', (order: MessageEvent<Packed[]>) => {
  let told = 0;
  const tell = (news: PackingNews) => postMessage(news);
  pack(order.data, (done) => {
    if (performance.now() - told > TELL_EVERY_MS) {
      told = performance.now();
      tell({ done });
    }
  }).then(
    (archive) => tell({ archive }),
    (failure: unknown) => tell({ failed: failure instanceof Error ? failure.name : String(failure) }),
  );
});
