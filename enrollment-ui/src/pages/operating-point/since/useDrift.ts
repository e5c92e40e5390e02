import { useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { COURSE_DAYS, dayBefore } from './drift';

/** How the last week was, as the service looks at it every hour. */
export function useDrift(gallery: string) {
  return useQuery({
    queryKey: ['drift', gallery],
    queryFn: () => ok(api.GET('/v1/galleries/{gallery}/drift', { params: { path: { gallery } } })),
    enabled: useMay()('models.read'),
  });
}

/** The days of the last months. */
export function useCourse(gallery: string) {
  return useQuery({
    queryKey: ['drift', gallery, 'course'],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/drift', {
          params: { path: { gallery }, query: { from: dayBefore(Date.now(), COURSE_DAYS - 1) } },
        }),
      ),
    enabled: useMay()('models.read'),
  });
}
