/** Addresses of the console's pages about people. */
export function galleryPath(gallery: string, page: string): string {
  return `/galleries/${encodeURIComponent(gallery)}/${page}`;
}

export function personPath(gallery: string, subject: string): string {
  return galleryPath(gallery, `people/${encodeURIComponent(subject)}`);
}

export function enrollPath(gallery: string, subject?: string): string {
  return galleryPath(gallery, 'enroll') + (subject === undefined ? '' : `?${new URLSearchParams({ subject })}`);
}
