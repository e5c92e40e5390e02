/** What the service takes; docs/reference/openapi.yaml says the same. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';
const MOST_BYTES = 20_000_000;

export type PictureFault = 'type' | 'size' | 'empty';

/** What is wrong with a file before it is sent; the service looks closer. */
export function pictureFault(file: Blob): PictureFault | undefined {
  if (!PICTURE_TYPES.split(',').includes(file.type)) {
    return 'type';
  }
  if (file.size === 0) {
    return 'empty';
  }
  return file.size > MOST_BYTES ? 'size' : undefined;
}

/** The picture among what was dropped or pasted; a browser offers other forms of it, too. */
export function firstPicture(files: Iterable<File>): File | undefined {
  const all = [...files];
  return all.find((file) => pictureFault(file) === undefined) ?? all[0];
}
