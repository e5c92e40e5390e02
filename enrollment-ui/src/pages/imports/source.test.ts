// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { decide, lookAt, toPack } from './source';
import { pack } from './zip-write';

const chosen = (...paths: string[]) => paths.map((path) => ({ path, file: new Blob(['x']) }));

describe('what somebody chose', () => {
  it('is packed without what is hidden or no picture', async () => {
    const source = await lookAt(
      chosen('staff/alice/1.jpg', 'staff/.trash/2.jpg', 'staff/notes.txt', 'staff/.DS_Store'),
    );
    expect(source).toMatchObject({ name: 'staff', obstacle: undefined });
    expect(source.layout).toMatchObject({ ignored: 2, others: ['notes.txt'] });
    expect(toPack(source).map(({ path }) => path)).toEqual(['alice/1.jpg']);
  });

  it('waits for a decision, when a folder may be one person', async () => {
    const source = await lookAt(chosen('alice/1.jpg', 'alice/2.jpg'));
    expect(source.obstacle).toBe('undecided');
    const one = decide(source, true);
    expect(one.obstacle).toBeUndefined();
    expect(toPack(one).map(({ path }) => path)).toEqual(['alice/1.jpg', 'alice/2.jpg']);
    expect(decide(one, false).layout!.subjects.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('is looked into, when it is an archive', async () => {
    const table = { path: 'subjects.csv', file: new Blob(['subject,name\nalice,Alice\n']) };
    const file = await pack([...chosen('alice/1.jpg', 'alice/2.jpg', 'readme.txt'), table]);
    const source = await lookAt([{ path: 'people.zip', file }]);
    expect(source.layout!.subjects).toMatchObject([{ id: 'alice', name: 'Alice', pictures: 2 }]);
    expect(source.layout!.others).toEqual(['readme.txt']);
    expect(source.archive).toBe(file);
  });

  it('may be an archive that only the service can read', async () => {
    const source = await lookAt([{ path: 'people.zip', file: new Blob(['PK and something else']) }]);
    expect(source.layout).toBeUndefined();
    expect(source.obstacle).toBeUndefined();
  });

  it('is refused, when there is no picture in it', async () => {
    expect((await lookAt(chosen('notes.txt'))).obstacle).toBe('empty');
  });

  it('is refused with its table, when that is wrong', async () => {
    const table = { path: 'staff/subjects.csv', file: new Blob(['name\nAlice\n']) };
    const source = await lookAt([...chosen('staff/alice/1.jpg'), table]);
    expect(source.tableProblem).toMatchObject({ reason: 'header', line: 1 });
  });
});
