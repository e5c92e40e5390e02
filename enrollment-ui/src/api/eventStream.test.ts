import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './eventStream';

const STREAM =
  'id: 7\nevent: access.granted\ndata: {"a":1}\n\n: beat\n\nid: 8\nevent: access.denied\ndata: {"b":\ndata: 2}\n\n';
const EVENTS = [
  { id: '7', type: 'access.granted', data: '{"a":1}' },
  { id: '8', type: 'access.denied', data: '{"b":\n2}' },
];

describe('a stream of events', () => {
  it.each(['\n', '\r\n', '\r'])('is read with lines that end in %j', (end) => {
    const text = STREAM.replaceAll('\n', end);
    // The last CR may be half of a line's end, so what follows it decides.
    expect(new EventStreamParser().read(`${text}:`)).toEqual(EVENTS);
  });

  it('is read alike, wherever it is cut', () => {
    const text = STREAM.replaceAll('\n', '\r\n');
    for (let cut = 0; cut <= text.length; cut++) {
      const parser = new EventStreamParser();
      expect([...parser.read(text.slice(0, cut)), ...parser.read(text.slice(cut))], `cut at ${cut}`).toEqual(EVENTS);
    }
  });

  it('keeps an event back until its empty line', () => {
    const parser = new EventStreamParser();
    expect(parser.read('data: x\n')).toEqual([]);
    expect(parser.read('\n')).toEqual([{ id: '', type: 'message', data: 'x' }]);
  });

  it('remembers the last id over events that have none', () => {
    const parser = new EventStreamParser('41');
    expect(parser.read('data: x\n\nid: 42\n\ndata: y\n\n').map(({ id }) => id)).toEqual(['41', '42']);
    expect(parser.lastId).toBe('42');
  });

  it('hears how long to wait', () => {
    const parser = new EventStreamParser();
    parser.read('retry: 2500\nretry: soon\n');
    expect(parser.retryMillis).toBe(2500);
  });

  it('leaves out what is no event: a byte order mark, comments, unknown fields, nothing', () => {
    expect(new EventStreamParser().read('\uFEFFdata:x\ncolour: red\n\n:\n\n\n')).toEqual([
      { id: '', type: 'message', data: 'x' },
    ]);
  });
});
