import { describe, expect, it } from 'vitest';
import { layoutOf, withoutTopFolder } from './layout';
import { parseSubjects } from './subjects-csv';

const files = (...paths: string[]) => paths.map((path) => ({ path, bytes: 1000 }));

describe('whose a picture is', () => {
  it('says the nearest folder', () => {
    const { subjects } = layoutOf(files('staff/alice/1.jpg', 'staff/alice/2.PNG', 'bob/1.webp'));
    expect(subjects).toMatchObject([
      { id: 'alice', pictures: 2, first: 'staff/alice/1.jpg' },
      { id: 'bob', pictures: 1 },
    ]);
  });

  it('says its own name where it lies in no folder', () => {
    const layout = layoutOf(files('carla.m.jpg'));
    expect(layout.subjects[0]!.id).toBe('carla.m');
    expect(layout.namedByFile).toBe(1);
  });

  it('says the table before its folder, and its name with it', () => {
    const table = parseSubjects('subject,file,name\nbob,alice/1.jpg,Bob\n');
    expect(layoutOf(files('alice/1.jpg', 'subjects.csv'), table).subjects).toMatchObject([{ id: 'bob', name: 'Bob' }]);
  });

  it('is told whatever way accents are written', () => {
    expect(layoutOf(files('Zoe\u0308/1.jpg', 'Zoë/2.jpg')).subjects).toHaveLength(1);
  });

  it('nobody knows where the name cannot be an id', () => {
    const long = `${'x'.repeat(129)}/1.jpg`;
    expect(layoutOf(files(long)).withoutSubject).toEqual([long]);
  });
});

describe('what is warned of', () => {
  it('is one name at two places', () => {
    expect(layoutOf(files('north/alice/1.jpg', 'south/alice/1.jpg')).ambiguous).toEqual([
      { id: 'alice', folders: ['north/alice', 'south/alice'] },
    ]);
  });

  it('is not a second place that the table explains', () => {
    const table = parseSubjects('subject,file\nalice,south/alice/1.jpg\n');
    expect(layoutOf(files('north/alice/1.jpg', 'south/alice/1.jpg'), table).ambiguous).toEqual([]);
  });

  it('is a table that contradicts itself', () => {
    const table = parseSubjects('subject,name\nalice,Alice\nalice,Alicia\n');
    expect(layoutOf(files('alice/1.jpg'), table).ambiguous).toEqual([{ id: 'alice', folders: ['alice'] }]);
  });

  it('is what is no picture, too large, unsafe or missing', () => {
    const table = parseSubjects('subject,file\nalice,alice/9.jpg\n');
    const layout = layoutOf(
      [...files('a/notes.txt', 'a/../b.jpg', 'C:/b.jpg', 'deep/subjects.csv'), { path: 'a/1.jpg', bytes: 20_000_001 }],
      table,
    );
    expect(layout).toMatchObject({
      pictures: [],
      others: ['a/notes.txt'],
      unsafe: ['a/../b.jpg', 'C:/b.jpg'],
      tooLarge: ['a/1.jpg'],
      missing: ['alice/9.jpg'],
      misplacedTable: 'deep/subjects.csv',
    });
  });

  it('is not what operating systems add', () => {
    const layout = layoutOf(files('__MACOSX/a/._1.jpg', 'a/.DS_Store', 'a/Thumbs.db', 'a/._1.jpg', 'a/1.jpg'));
    expect(layout).toMatchObject({ ignored: 4, pictures: ['a/1.jpg'], others: [] });
  });
});

describe('one folder that was dropped', () => {
  it('is no part of the paths', () => {
    expect(withoutTopFolder(['staff/alice/1.jpg', 'staff/subjects.csv'])).toEqual({
      paths: ['alice/1.jpg', 'subjects.csv'],
      onePerson: undefined,
    });
  });

  it('may be one person, when it has no folders', () => {
    expect(withoutTopFolder(['alice/1.jpg', 'alice/2.jpg', 'alice/.hidden/3.jpg']).onePerson).toBe('alice');
  });

  it('is several people, when a table says so', () => {
    expect(withoutTopFolder(['staff/1.jpg', 'staff/subjects.csv']).onePerson).toBeUndefined();
  });

  it('stays, when there are two', () => {
    const paths = ['alice/1.jpg', 'bob/1.jpg'];
    expect(withoutTopFolder(paths)).toEqual({ paths, onePerson: undefined });
    expect(withoutTopFolder(['1.jpg', '2.jpg']).paths).toEqual(['1.jpg', '2.jpg']);
  });
});
