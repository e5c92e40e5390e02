import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { detectWith } from '@/camera/analyse';

/** Where the face is in a picture that was refused: faces are compared best at the same size. */
export function useFaceBox(picture: Blob, known: Schemas['Box'] | undefined): Schemas['Box'] | undefined {
  const id = useId();
  const may = useMay()('detect');
  const { data } = useQuery({
    queryKey: ['face-box', id],
    queryFn: ({ signal }) => detectWith(false)(picture, signal),
    enabled: known === undefined && may,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return known ?? data?.faces[0]?.box;
}
