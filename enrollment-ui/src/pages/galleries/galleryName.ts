/** As the service takes it: lower-case letters, digits and hyphens, 1 to 63, no hyphen at the beginning. */
export function isGalleryName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(name);
}
