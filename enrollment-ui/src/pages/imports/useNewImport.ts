import { useEffect, useRef, useState } from 'react';
import type { Schemas } from '@/api/client';
import { packAside } from './packing';
import { decide, lookAt, type Source, toPack } from './source';
import { type ImportOrder, upload } from './upload';
import type { Packed } from './zip-write';

/** How far somebody is on the way from some files to an import. */
export type Stage =
  | { at: 'choosing' }
  | { at: 'looking' }
  | { at: 'chosen'; source: Source }
  | { at: 'packing'; source: Source; done: number; total: number }
  | { at: 'sending'; source: Source; sent: number; total: number; since: number }
  | { at: 'sent'; begun: Schemas['Import'] };

export interface NewImport {
  stage: Stage;
  problem: unknown;
  choose(files: Packed[] | Promise<Packed[]>): Promise<void>;
  decideOnePerson(yes: boolean): void;
  reset(): void;
  /** Packs and sends what was chosen. */
  send(order: ImportOrder): Promise<void>;
  stop(): void;
}

export function useNewImport(): NewImport {
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const [problem, setProblem] = useState<unknown>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const choose = async (files: Packed[] | Promise<Packed[]>) => {
    setProblem(undefined);
    setStage({ at: 'looking' });
    try {
      const chosen = await files;
      setStage(chosen.length === 0 ? { at: 'choosing' } : { at: 'chosen', source: await lookAt(chosen) });
    } catch (failure) {
      setProblem(failure);
      setStage({ at: 'choosing' });
    }
  };

  const send = async (order: ImportOrder) => {
    // The second click of a double click still sees the stage before the first.
    if (stage.at !== 'chosen' || under.current?.signal.aborted === false) {
      return;
    }
    const { source } = stage;
    const work = new AbortController();
    under.current = work;
    setProblem(undefined);
    try {
      const archive = source.archive ?? (await packed(source, work.signal, setStage));
      const since = performance.now();
      const tell = (sent: number) => setStage({ at: 'sending', source, sent, total: archive.size, since });
      tell(0);
      setStage({ at: 'sent', begun: await upload(order, archive, tell, work.signal) });
    } catch (failure) {
      // What was chosen stays, so that it can be sent again.
      setStage({ at: 'chosen', source });
      if (!work.signal.aborted) {
        setProblem(failure);
      }
    } finally {
      work.abort();
    }
  };

  return {
    stage,
    problem,
    choose,
    send,
    decideOnePerson: (yes) => stage.at === 'chosen' && setStage({ ...stage, source: decide(stage.source, yes) }),
    reset: () => {
      setProblem(undefined);
      setStage({ at: 'choosing' });
    },
    stop: () => under.current?.abort(),
  };
}

function packed(source: Source, signal: AbortSignal, setStage: (stage: Stage) => void): Promise<Blob> {
  const files = toPack(source);
  const tell = (done: number) => setStage({ at: 'packing', source, done, total: files.length });
  tell(0);
  return packAside(files, tell, signal);
}
