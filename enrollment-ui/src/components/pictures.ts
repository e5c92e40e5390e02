import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { file } from '@/api/client';

/** An address for a picture in memory, good while the component shows it. */
export function useObjectUrl(picture: Blob | undefined): string | undefined {
  const [made, setMade] = useState<{ picture: Blob; url: string }>();
  useEffect(() => {
    if (!picture) {
      return;
    }
    const url = URL.createObjectURL(picture);
    // The address is made and freed with the picture; only the browser can make it.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setMade({ picture, url });
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return made && made.picture === picture ? made.url : undefined;
}

/** A picture behind the API's credentials, which an img element cannot send. */
export function usePicture(path: string | undefined) {
  return useQuery({
    queryKey: ['picture', path],
    queryFn: ({ signal }) => file(path!, { signal }),
    enabled: path !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // A face must not stay in memory longer than somebody looks at it.
    gcTime: 30_000,
    retry: false,
  });
}

export function facePicturePath(gallery: string, subject: string, face: string): string {
  const [g, s, f] = [gallery, subject, face].map(encodeURIComponent);
  return `/v1/galleries/${g}/subjects/${s}/faces/${f}/image`;
}
