import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMay } from '@/auth/me';
import { api, ok, type Schemas } from './client';

/** The models that the service knows; they change with a release only. */
export function useModels(): UseQueryResult<Schemas['ModelsView']> {
  const may = useMay();
  return useQuery({
    queryKey: ['models'],
    queryFn: () => ok(api.GET('/v1/models')),
    enabled: may('models.read'),
    staleTime: 60_000,
  });
}

/** One of them; undefined while it is not known, or where the person may not know. */
export function useModel(id: string | undefined): Schemas['Model'] | undefined {
  return useModels().data?.items.find((model) => model.id === id);
}
