import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, ok, type Schemas } from '@/api/client';

const LAST_USED = 'janua.gallery';
const MOST = 500;

/** The galleries that the person may see; the selector and every page of a gallery share it. */
export function useGalleries() {
  return useQuery({
    queryKey: ['galleries'],
    queryFn: async (): Promise<Schemas['Gallery'][]> => {
      const all: Schemas['Gallery'][] = [];
      let cursor: string | undefined;
      do {
        const page = await ok(api.GET('/v1/galleries', { params: { query: { cursor, limit: MOST } } }));
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return all;
    },
  });
}

/** The gallery of the address. */
export function useGalleryName(): string {
  const { gallery } = useParams();
  if (!gallery) {
    throw new Error('this page belongs to no gallery');
  }
  return gallery;
}

export function useGallery() {
  const name = useGalleryName();
  return useQuery({
    queryKey: ['galleries', name],
    queryFn: () => ok(api.GET('/v1/galleries/{gallery}', { params: { path: { gallery: name } } })),
  });
}

export function rememberGallery(name: string) {
  localStorage.setItem(LAST_USED, name);
}

/** The one to begin with: where the person was last, or the first. */
export function firstGallery(galleries: Schemas['Gallery'][]): string | undefined {
  const last = localStorage.getItem(LAST_USED);
  return (galleries.find((gallery) => gallery.name === last) ?? galleries[0])?.name;
}
