import { describe, expect, it } from 'vitest';
import { emptyRow, faultsOf, fromRows, toRows } from './attributes';

const ATTRIBUTES = { department: 'engines', floor: 3, zones: ['a', 'b'], card: { number: 7 }, gone: null };

describe('attributes', () => {
  it('keep what is no text as it is', () => {
    const rows = toRows(ATTRIBUTES);
    expect(faultsOf(rows, ATTRIBUTES).size).toBe(0);
    expect(fromRows(rows)).toEqual(ATTRIBUTES);
  });

  it('keep a text that looks like a number a text', () => {
    expect(fromRows(toRows({ room: '012' }))).toEqual({ room: '012' });
  });

  it('leave out rows that nobody filled in', () => {
    const rows = toRows({ a: 'b' });
    expect(fromRows([...rows, emptyRow(rows)])).toEqual({ a: 'b' });
  });

  it('tell what is wrong', () => {
    const faults = faultsOf(
      [
        { row: 0, name: 'a', kind: 'text', value: 'x' },
        { row: 1, name: 'a ', kind: 'text', value: 'y' },
        { row: 2, name: '', kind: 'text', value: 'z' },
        { row: 3, name: 'b', kind: 'json', value: '{' },
        { row: 4, name: 'c', kind: 'json', value: '{"d": null}' },
      ],
      {},
    );
    expect([...faults]).toEqual([
      [1, 'double'],
      [2, 'noName'],
      [3, 'json'],
      [4, 'null'],
    ]);
  });
});
