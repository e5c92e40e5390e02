import { isHidden, isSubjectsCsv } from './archive-path';
import { type Layout, layoutOf, MOST_ARCHIVE_BYTES, MOST_PICTURES, withoutTopFolder } from './layout';
import { parseSubjects, type SubjectsTable, TableProblem } from './subjects-csv';
import { NotReadable, readDirectory, readEntry } from './zip-read';
import type { Packed } from './zip-write';

/** Why something cannot be sent as it is. */
export type Obstacle = 'empty' | 'tooLarge' | 'tooMany' | 'encrypted' | 'unsupported' | 'undecided';

/** What somebody chose to import. */
export interface Source {
  name: string;
  /** As it was chosen; files of a folder are packed when they are sent. */
  archive: Blob | undefined;
  files: Packed[];
  /** Absent where this page cannot read the archive's directory; the service may. */
  layout: Layout | undefined;
  table: SubjectsTable | undefined;
  tableProblem: TableProblem | undefined;
  obstacle: Obstacle | undefined;
  /** A folder of pictures only, which may be one person's: its name, and what was decided. */
  onePerson: { folder: string; decided: boolean | undefined } | undefined;
}

type Reading = Pick<Source, 'table' | 'tableProblem'>;

const NO_TABLE: Reading = { table: undefined, tableProblem: undefined };

export function lookAt(chosen: Packed[]): Promise<Source> {
  const [first] = chosen;
  return chosen.length === 1 && first && /\.zip$/i.test(first.path) ? lookIntoZip(first) : lookAtFiles(chosen);
}

async function lookIntoZip({ path, file }: Packed): Promise<Source> {
  const source: Source = { ...nothing(path), archive: file };
  if (file.size > MOST_ARCHIVE_BYTES) {
    return { ...source, obstacle: 'tooLarge' };
  }
  try {
    const entries = await readDirectory(file);
    if (entries.some((entry) => entry.encrypted)) {
      return { ...source, obstacle: 'encrypted' };
    }
    if (entries.some((entry) => !entry.streamable)) {
      return { ...source, obstacle: 'unsupported' };
    }
    const table = entries.find((entry) => isSubjectsCsv(entry.path));
    const read = table ? readTable(await readEntry(file, table)) : NO_TABLE;
    return withObstacle({ ...source, ...read, layout: layoutOf(entries, read.table) });
  } catch (failure) {
    if (failure instanceof NotReadable) {
      return source;
    }
    throw failure;
  }
}

async function lookAtFiles(chosen: Packed[]): Promise<Source> {
  const { paths, onePerson } = withoutTopFolder(chosen.map(({ path }) => path));
  const top = chosen[0]?.path.split('/')[0] ?? '';
  const files = chosen.map(({ file }, at) => ({ path: paths[at]!, file }));
  const table = files.find(({ path }) => isSubjectsCsv(path));
  const read = table ? readTable(new Uint8Array(await table.file.arrayBuffer())) : NO_TABLE;
  const oneTop = paths.some((path, at) => path !== chosen[at]!.path);
  return arranged({
    ...nothing(oneTop || chosen.length === 1 ? top : ''),
    ...read,
    files,
    onePerson: onePerson === undefined ? undefined : { folder: onePerson, decided: undefined },
  });
}

/** Decides whose the pictures of a folder without folders are. */
export function decide(source: Source, onePerson: boolean): Source {
  return source.onePerson ? arranged({ ...source, onePerson: { ...source.onePerson, decided: onePerson } }) : source;
}

function arranged(source: Source): Source {
  const sizes = inPlace(source).map(({ path, file }) => ({ path, bytes: file.size }));
  return withObstacle({ ...source, layout: layoutOf(sizes, source.table, isHidden) });
}

/** The files with the paths that they get in the archive. */
function inPlace({ files, onePerson }: Source): Packed[] {
  return onePerson?.decided ? files.map(({ path, file }) => ({ path: `${onePerson.folder}/${path}`, file })) : files;
}

/** What is packed: the pictures and the table; the rest stays where it is. */
export function toPack(source: Source): Packed[] {
  const pictures = new Set(source.layout?.pictures);
  return inPlace(source).filter(({ path }) => pictures.has(path.normalize('NFC')) || isSubjectsCsv(path));
}

function withObstacle(source: Source): Source {
  return { ...source, obstacle: obstacleOf(source) };
}

function obstacleOf({ layout, onePerson }: Source): Obstacle | undefined {
  if (!layout) return undefined;
  if (layout.pictures.length === 0) return 'empty';
  if (layout.pictures.length > MOST_PICTURES) return 'tooMany';
  if (layout.bytes > MOST_ARCHIVE_BYTES) return 'tooLarge';
  return onePerson && onePerson.decided === undefined ? 'undecided' : undefined;
}

function readTable(bytes: Uint8Array): Reading {
  try {
    return { table: parseSubjects(new TextDecoder().decode(bytes)), tableProblem: undefined };
  } catch (problem) {
    if (problem instanceof TableProblem) {
      return { table: undefined, tableProblem: problem };
    }
    throw problem;
  }
}

function nothing(name: string): Source {
  return {
    name,
    archive: undefined,
    files: [],
    layout: undefined,
    table: undefined,
    tableProblem: undefined,
    obstacle: undefined,
    onePerson: undefined,
  };
}
