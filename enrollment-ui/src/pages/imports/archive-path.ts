/** Where a file lies in an archive, read as the service reads it: the preview must not promise anything else. */
const LONGEST = 1000;
const TRICK = /^(\/|[A-Za-z]:)|\\|[\p{Cc}\u202a-\u202e\u2066-\u2069]|(^|\/)\.{0,2}(\/|$)/u;
const LITTER = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);
const SUBJECT_ID = /^[^\p{Cc}/]{1,128}$/u;
const PICTURE = /\.(jpe?g|png|webp)$/i;
const SUBJECTS_CSV = 'subjects.csv';

/** No honest archive has such a name; its file is refused. */
export function isUnsafe(path: string): boolean {
  return path.length === 0 || path.length > LONGEST || TRICK.test(path);
}

/** What operating systems add unasked, and what people hide. */
export function isLitter(path: string): boolean {
  const names = path.split('/');
  const file = names.at(-1)!;
  return LITTER.has(file.toLowerCase()) || file.startsWith('._') || names.includes('__MACOSX');
}

/** Litter, and files and folders whose names begin with a dot, which nobody means to send. */
export function isHidden(path: string): boolean {
  return isLitter(path) || path.split('/').some((name) => name.startsWith('.'));
}

/** By its name; the service looks at the bytes. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

export function isSubjectsCsv(path: string): boolean {
  return path.toLowerCase() === SUBJECTS_CSV;
}

export function isSubjectId(text: string): boolean {
  return SUBJECT_ID.test(text);
}

/** Path of the folder; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The nearest folder's name; at the root the file's own, without its extension. */
export function subjectByPlace(path: string): string {
  const folder = fileName(folderOf(path));
  const file = fileName(path);
  const dot = file.lastIndexOf('.');
  return folder || (dot < 0 ? file : file.slice(0, dot));
}
