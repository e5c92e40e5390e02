import { describe, expect, it } from 'vitest';
import { parseSubjects, SAMPLE_TABLE, TableProblem } from './subjects-csv';

function problemOf(text: string) {
  try {
    parseSubjects(text);
  } catch (problem) {
    if (problem instanceof TableProblem) return `${problem.reason} ${problem.line}`;
  }
  return undefined;
}

describe('subjects.csv', () => {
  it('is read as spreadsheets of any country write it', () => {
    for (const text of [
      'subject,name,team\nalice,"Martin, Alice",A\n',
      '\ufeffsubject;name;team\r\nalice;Martin, Alice;A\r\n\r\n',
    ]) {
      const table = parseSubjects(text);
      expect([...table.names]).toEqual([['alice', 'Martin, Alice']]);
      expect(table.attributes).toEqual(['team']);
    }
  });

  it('may quote quotes and break lines within quotes', () => {
    expect([...parseSubjects('subject,name\na,"A ""the\nsecond"" A"\nb,B\n').names.values()]).toEqual([
      'A "the\nsecond" A',
      'B',
    ]);
  });

  it('may describe a subject again, alike, with another picture', () => {
    const table = parseSubjects('subject,file,name\na,1.jpg,A\na,2.jpg,A\n');
    expect(table.contradicted.size).toBe(0);
    expect([...table.subjectByFile]).toEqual([
      ['1.jpg', 'a'],
      ['2.jpg', 'a'],
    ]);
  });

  it('that contradicts itself names whom', () => {
    expect([...parseSubjects('subject,name\na,A\na,B\n').contradicted]).toEqual(['a']);
  });

  it.each([
    ['', 'header 1'],
    ['id,name\na,A', 'header 1'],
    ['subject,subject\na,a', 'header 1'],
    ['subject,\na,', 'header 1'],
    ['subject,name\na', 'fields 2'],
    ['subject,name\na,A\n,B', 'subject 3'],
    ['subject\na/b', 'subject 2'],
    ['subject,validFrom\na,31.01.2026', 'time 2'],
    ['subject,validFrom\na,2026-13-01', 'time 2'],
    ['subject,file\na,1.jpg\nb,1.jpg', 'fileTwice 3'],
    ['subject,name\na,"A\nb,B', 'quote 2'],
  ])('%j is refused as %s', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('has an example that is in order', () => {
    expect(parseSubjects(SAMPLE_TABLE).names.get('alice')).toBe('Alice Martin');
  });
});
