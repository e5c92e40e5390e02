import { useQuery } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import { COURSE_DAYS, dayBefore } from './drift';

/** How the last days were, as the service looks at them every hour. */
export function useDrift(gallery: string) {
  return useQuery({
    queryKey: ['drift', gallery],
    queryFn: () => ok(api.GET('/v1/galleries/{gallery}/drift', { params: { path: { gallery } } })),
  });
}

/** The days of the last months. */
export function useCourse(gallery: string) {
  return useQuery({
    queryKey: ['drift', gallery, 'course'],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/drift', {
          params: { path: { gallery }, query: { from: dayBefore(new Date().toISOString(), COURSE_DAYS) } },
        }),
      ),
  });
}
