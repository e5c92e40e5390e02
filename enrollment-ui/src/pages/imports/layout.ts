import {
  folderOf,
  isHidden,
  isLitter,
  isPicture,
  isSubjectId,
  isSubjectsCsv,
  isUnsafe,
  subjectByPlace,
} from './archive-path';
import type { SubjectsTable } from './subjects-csv';

/** What the service takes by default (janua.imports, janua.upload). */
export const MOST_PICTURES = 50_000;
export const MOST_ARCHIVE_BYTES = 4_000_000_000;
export const MOST_PICTURE_BYTES = 20_000_000;

const BY_ID = new Intl.Collator(undefined, { numeric: true });

export interface ArchiveFile {
  path: string;
  bytes: number;
}

export interface SubjectInArchive {
  id: string;
  name?: string;
  pictures: number;
  /** A picture to show for it. */
  first: string;
}

/** What an archive holds, before it is sent. */
export interface Layout {
  pictures: string[];
  bytes: number;
  subjects: SubjectInArchive[];
  /** Hidden files and what operating systems add. */
  ignored: number;
  /** Neither pictures nor ignored. */
  others: string[];
  tooLarge: string[];
  unsafe: string[];
  /** Pictures whose folder or name cannot be a subject's id. */
  withoutSubject: string[];
  /** Subjects whose pictures lie in folders of the same name at different places, or whose rows contradict. */
  ambiguous: { id: string; folders: string[] }[];
  /** Pictures outside of all folders that no row names: each is a person of its own. */
  namedByFile: number;
  /** Files that the table names and the archive lacks. */
  missing: string[];
  /** A table that lies in a folder is not read. */
  misplacedTable: string | undefined;
}

/** @param isIgnored of an archive the service ignores litter; of a folder this page leaves out what is hidden, too */
export function layoutOf(files: ArchiveFile[], table?: SubjectsTable, isIgnored = isLitter): Layout {
  const layout: Layout = {
    pictures: [],
    bytes: 0,
    subjects: [],
    ignored: 0,
    others: [],
    tooLarge: [],
    unsafe: [],
    withoutSubject: [],
    ambiguous: [],
    namedByFile: 0,
    missing: [],
    misplacedTable: undefined,
  };
  const owners: { path: string; folder: string; mapped: string | undefined }[] = [];
  for (const file of files) {
    const path = file.path.normalize('NFC');
    if (isIgnored(path)) {
      layout.ignored++;
    } else if (isPictureToSend(layout, path, file.bytes)) {
      owners.push({ path, folder: folderOf(path), mapped: table?.subjectByFile.get(path) });
    }
  }
  giveOwners(layout, owners, table);
  const present = new Set(layout.pictures);
  layout.missing = [...(table?.subjectByFile.keys() ?? [])].filter((path) => !present.has(path));
  return layout;
}

function isPictureToSend(layout: Layout, path: string, bytes: number): boolean {
  if (isUnsafe(path)) {
    layout.unsafe.push(path);
  } else if (isSubjectsCsv(path)) {
    layout.bytes += bytes;
  } else if (!isPicture(path)) {
    if (/(^|\/)subjects\.csv$/i.test(path)) layout.misplacedTable = path;
    else layout.others.push(path);
  } else if (bytes > MOST_PICTURE_BYTES) {
    layout.tooLarge.push(path);
  } else {
    layout.pictures.push(path);
    layout.bytes += bytes;
    return true;
  }
  return false;
}

function giveOwners(
  layout: Layout,
  owners: { path: string; folder: string; mapped: string | undefined }[],
  table: SubjectsTable | undefined,
) {
  const subjects = new Map<string, SubjectInArchive>();
  const folders = new Map<string, Set<string>>();
  for (const { path, folder, mapped } of owners) {
    const id = mapped ?? subjectByPlace(path);
    if (!isSubjectId(id)) {
      layout.withoutSubject.push(path);
      continue;
    }
    const subject = subjects.get(id) ?? { id, name: table?.names.get(id), pictures: 0, first: path };
    subject.pictures++;
    subjects.set(id, subject);
    if (mapped === undefined && folder) {
      folders.set(id, (folders.get(id) ?? new Set()).add(folder));
    }
    if (mapped === undefined && !folder) {
      layout.namedByFile++;
    }
  }
  layout.subjects = [...subjects.values()].sort((one, other) => BY_ID.compare(one.id, other.id));
  layout.ambiguous = layout.subjects
    .map(({ id }) => ({ id, folders: [...(folders.get(id) ?? [])] }))
    .filter(({ id, folders: places }) => places.length > 1 || table?.contradicted.has(id));
}

/**
 * Whoever drops one folder means what is in it: its name is no part of the paths. That folder may also be one person's,
 * though, and only a person can tell.
 */
export function withoutTopFolder(paths: string[]): { paths: string[]; onePerson: string | undefined } {
  const top = commonTop(paths);
  if (top === undefined) {
    return { paths, onePerson: undefined };
  }
  const inner = paths.map((path) => path.slice(top.length + 1));
  const pictures = inner.filter((path) => isPicture(path) && !isHidden(path));
  const flat = pictures.length > 0 && pictures.every((path) => !path.includes('/'));
  return { paths: inner, onePerson: flat && !inner.some(isSubjectsCsv) ? top : undefined };
}

function commonTop(paths: string[]): string | undefined {
  const top = paths[0]?.split('/')[0];
  return top && paths.every((path) => path.startsWith(`${top}/`)) ? top : undefined;
}
