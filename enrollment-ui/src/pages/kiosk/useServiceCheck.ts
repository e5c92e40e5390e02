import { useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import { ApiProblem } from '@/api/problem';

const NOW_AND_THEN_MS = 20_000;
const SOON_MS = 5000;

/** What a kiosk asks now and then. */
export interface ServiceCheck {
  /** Why the device is refused; undefined while it is not, or nobody knows. */
  readonly refused: ApiProblem | undefined;
  /** Whether the models that run are for evaluation and demonstration only; false while nobody knows. */
  readonly evaluationOnly: boolean;
}

/** Nobody should have to come to find out that the service is away or that the key was revoked. */
export function useServiceCheck(): ServiceCheck {
  const { data, error } = useQuery({
    queryKey: ['kiosk'],
    queryFn: () => ok(api.GET('/v1/me')),
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? SOON_MS : NOW_AND_THEN_MS),
  });
  return {
    refused: error instanceof ApiProblem && !error.passing ? error : undefined,
    evaluationOnly: data?.pack.commercialUse === false,
  };
}
