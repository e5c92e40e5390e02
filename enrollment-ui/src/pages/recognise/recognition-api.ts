import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ok, pictureForm, type Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { useMay } from '@/auth/me';
import type { Try } from './tries';

/** Candidates that are shown, those below the threshold included. */
const CANDIDATES = 5;
const KEY = 'recognition';
const RETRIES = 3;

export type Answer =
  | { mode: 'identify'; identification: Schemas['Identification'] }
  | { mode: 'verify'; verification: Schemas['Verification'] };

/** An answer is asked for once: each stands in the audit log. It is kept as long as the page is open. */
const ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retryOnMount: false,
  retry: (failures: number, problem: Error) => problem instanceof ApiProblem && problem.passing && failures < RETRIES,
};

export function useAnswer(gallery: string, asked: Try): UseQueryResult<Answer> {
  return useQuery({ queryKey: [KEY, 'try', gallery, asked.id], queryFn: () => ask(gallery, asked), ...ONCE });
}

async function ask(gallery: string, { picture, question }: Try): Promise<Answer> {
  const picturesBody = { body: { image: picture.image as unknown as string }, bodySerializer: asForm };
  if (question.mode === 'verify') {
    const query = { subject: question.subject!, fmr: question.rate };
    const verify = api.POST('/v1/galleries/{gallery}/verify', {
      params: { path: { gallery }, query },
      ...picturesBody,
    });
    return { mode: 'verify', verification: await ok(verify) };
  }
  const query = { fpir: question.rate, belowThreshold: true, candidates: CANDIDATES };
  const identify = api.POST('/v1/galleries/{gallery}/identify', {
    params: { path: { gallery }, query },
    ...picturesBody,
  });
  return { mode: 'identify', identification: await ok(identify) };
}

/** All faces of a picture, largest first, for those who may know: others see only the one that counted. */
export function useFaces(key: string, image: Blob): UseQueryResult<Schemas['Detection']> {
  const may = useMay();
  return useQuery({
    queryKey: [KEY, 'faces', key],
    queryFn: () =>
      ok(
        api.POST('/v1/detect', {
          params: { query: { liveness: false } },
          body: { image: image as unknown as string },
          bodySerializer: asForm,
        }),
      ),
    enabled: may('detect'),
    ...ONCE,
  });
}

/** @param key says which pictures these are; the pictures themselves cannot be compared */
export function useComparison(
  key: string,
  pictures: { image: Blob; reference: Blob } | undefined,
  fmr: number,
): UseQueryResult<Schemas['Verification']> {
  return useQuery({
    queryKey: [KEY, 'comparison', key, fmr],
    queryFn: () =>
      ok(
        api.POST('/v1/compare', {
          params: { query: { fmr } },
          body: pictures as unknown as { image: string; reference: string },
          bodySerializer: asForm,
        }),
      ),
    enabled: pictures !== undefined,
    // Another rate moves the line only, and must not make the page jump.
    placeholderData: (before, query) => (query?.queryKey[2] === key ? before : undefined),
    ...ONCE,
  });
}

/** Answers about faces go with the page. */
export function useForgetting() {
  const queries = useQueryClient();
  useEffect(() => () => queries.removeQueries({ queryKey: [KEY] }), [queries]);
}

// The description of the API calls a file a string; a form takes it as it is.
function asForm(body: unknown): FormData {
  return pictureForm(body as Record<string, Blob>);
}
