import { isSubjectId } from './archive-path';

/** The table subjects.csv: who the subjects of an archive are, and which picture is whose. */
export interface SubjectsTable {
  /** Names by the subject's id; undefined where the table gives none. */
  names: Map<string, string | undefined>;
  subjectByFile: Map<string, string>;
  /** Ids whose rows describe different people. */
  contradicted: Set<string>;
  /** Columns that become attributes. */
  attributes: string[];
}

/** Why the service would refuse the whole archive because of its table. */
export class TableProblem extends Error {
  constructor(
    readonly reason: 'header' | 'fields' | 'quote' | 'subject' | 'time' | 'fileTwice',
    /** Counted from 1, as editors do. */
    readonly line: number,
  ) {
    super(`${reason} in line ${line}`);
    this.name = 'TableProblem';
  }
}

interface Row {
  line: number;
  fields: string[];
}

const KNOWN = new Set(['subject', 'file', 'name', 'validFrom', 'validUntil']);
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** @throws TableProblem */
export function parseSubjects(text: string): SubjectsTable {
  const [header, ...rows] = rowsOf(text.replace(/^\ufeff/, ''));
  const columns = header?.fields ?? [];
  if (!columns.includes('subject') || columns.includes('') || new Set(columns).size !== columns.length) {
    throw new TableProblem('header', 1);
  }
  const table: SubjectsTable = {
    names: new Map(),
    subjectByFile: new Map(),
    contradicted: new Set(),
    attributes: columns.filter((column) => !KNOWN.has(column)),
  };
  const described = new Map<string, string>();
  for (const row of rows) {
    add(table, described, columns, row);
  }
  return table;
}

function add(table: SubjectsTable, described: Map<string, string>, columns: string[], row: Row) {
  if (row.fields.length !== columns.length) {
    throw new TableProblem('fields', row.line);
  }
  const field = (column: string) => row.fields[columns.indexOf(column)]?.trim().normalize('NFC') || undefined;
  const subject = field('subject');
  if (!subject || !isSubjectId(subject)) {
    throw new TableProblem('subject', row.line);
  }
  for (const time of [field('validFrom'), field('validUntil')]) {
    if (time && !isTime(time)) {
      throw new TableProblem('time', row.line);
    }
  }
  const description = JSON.stringify(columns.filter((column) => column !== 'file').map(field));
  if (described.has(subject) && described.get(subject) !== description) {
    table.contradicted.add(subject);
  } else if (!described.has(subject)) {
    described.set(subject, description);
    table.names.set(subject, field('name'));
  }
  const file = field('file');
  if (file) {
    const owner = table.subjectByFile.get(file);
    if (owner !== undefined && owner !== subject) {
      throw new TableProblem('fileTwice', row.line);
    }
    table.subjectByFile.set(file, subject);
  }
}

function isTime(text: string): boolean {
  return (DATE.test(text) || MOMENT.test(text)) && !Number.isNaN(Date.parse(text));
}

/** What a spreadsheet writes depends on its country. */
function separatorOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0]!;
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** Rows of RFC 4180; empty lines are none. */
function rowsOf(text: string): Row[] {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    if (fields.length > 0 || field !== '') {
      rows.push({ line: begun, fields: [...fields, field] });
    }
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n') line++;
    if (quoted) {
      if (character !== '"') {
        field += character;
      } else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else {
        quoted = false;
      }
    } else if (character === '"' && field === '') {
      quoted = true;
    } else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n') {
      endRow();
      begun = line;
    } else if (character !== '\r') {
      field += character;
    }
  }
  if (quoted) {
    throw new TableProblem('quote', begun);
  }
  endRow();
  return rows;
}

/** For people to begin with; the drawing on the page shows the same people. */
export const SAMPLE_TABLE = [
  'subject,file,name,validFrom,validUntil,department',
  'alice,alice/front.jpg,Alice Martin,2026-01-01,2027-12-31,Reception',
  'bob,bob/1.jpg,Bob Okafor,,,Workshop',
  'carla,carla.png,Carla Silva,,,',
  '',
].join('\r\n');
