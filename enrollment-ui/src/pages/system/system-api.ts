import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok, type Schemas } from '@/api/client';

const ASK_EACH_MS = 2000;
/** Two minutes of them. */
const MOST_SAMPLES = 60;
const KEY = ['system'];

export interface Watched {
  system: Schemas['System'];
  /** Pictures before the models, oldest first: those that wait and those that are worked on. */
  load: number[];
}

/** How the service is doing, asked again while somebody looks. */
export function useSystem(): UseQueryResult<Watched> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const system = await ok(api.GET('/v1/system'));
      const before = queries.getQueryData<Watched>(KEY)?.load ?? [];
      return { system, load: [...before, system.queue.waiting + system.queue.busy].slice(-MOST_SAMPLES) };
    },
    refetchInterval: ASK_EACH_MS,
    structuralSharing: false,
  });
}

export function useHoldings(): UseQueryResult<Schemas['Holdings']> {
  return useQuery({ queryKey: ['holdings'], queryFn: () => ok(api.GET('/v1/privacy/holdings')) });
}

const REKEYINGS = ['rekeyings'];

/** The latest changes of keys, newest first; asked again while one runs. */
export function useRekeyings(): UseQueryResult<Schemas['Rekeying'][]> {
  return useQuery({
    queryKey: REKEYINGS,
    queryFn: async () => (await ok(api.GET('/v1/rekeyings', { params: { query: { limit: 20 } } }))).items,
    refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'running') ? 1000 : false),
  });
}

export function useRekeyingsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: REKEYINGS });
}
