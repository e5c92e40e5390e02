import { useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import { ApiProblem } from '@/api/problem';

const NOW_AND_THEN_MS = 20_000;
const SOON_MS = 5000;

/**
 * Nobody should have to come to find out that the service is away or that the key was revoked.
 *
 * @returns why the device is refused; undefined while it is not, or nobody knows
 */
export function useServiceCheck(): ApiProblem | undefined {
  const { error } = useQuery({
    queryKey: ['kiosk'],
    queryFn: () => ok(api.GET('/v1/me')),
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? SOON_MS : NOW_AND_THEN_MS),
  });
  return error instanceof ApiProblem && !error.passing ? error : undefined;
}
