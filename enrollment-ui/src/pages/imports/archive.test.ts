// @vitest-environment node
import { crc32 as crc32OfNode } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';
import { readDirectory, readEntry } from './zip-read';
import { pack } from './zip-write';

const file = (text: string) => new Blob([text]);

describe('an archive that was packed here', () => {
  it('holds what was put in, by names in any script', async () => {
    const archive = await pack([
      { path: 'alice/front.jpg', file: file('front') },
      { path: 'Zoë/фото.jpg', file: file('') },
    ]);
    const entries = await readDirectory(archive);
    expect(entries.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['alice/front.jpg', 5],
      ['Zoë/фото.jpg', 0],
    ]);
    expect(new TextDecoder().decode(await readEntry(archive, entries[0]!))).toBe('front');
  });

  it('can be read while it arrives: sizes and sums stand before the files', async () => {
    const archive = new DataView(await (await pack([{ path: 'a.jpg', file: file('picture') }])).arrayBuffer());
    expect(archive.getUint32(0, true)).toBe(0x04034b50);
    expect(archive.getUint16(6, true) & 8).toBe(0);
    expect(archive.getUint32(14, true)).toBe(crc32OfNode('picture'));
    expect(archive.getUint32(18, true)).toBe(7);
    expect((await readDirectory(new Blob([archive])))[0]!.streamable).toBe(true);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await pack(
      [1, 2, 3].map((n) => ({ path: `${n}.jpg`, file: file('x') })),
      (done) => told.push(done),
    );
    expect(told).toEqual([1, 2, 3]);
  });
});

describe('an archive from elsewhere', () => {
  // One deflated file, and a comment after the directory.
  const deflated = Uint8Array.from(
    atob(
      'UEsDBBQAAAAIAAAAIQArU7wjEAAAAA4AAAAMAAAAc3ViamVjdHMuY3N2Ky5NykpNLuFKzMlMTuUCAFBLAQIUAxQAAAAIAAAAIQArU7wjEAAA' +
        'AA4AAAAMAAAAAAAAAAAAAACAAQAAAABzdWJqZWN0cy5jc3ZQSwUGAAAAAAEAAQA6AAAAOgAAAAcAY29tbWVudA==',
    ),
    (character) => character.charCodeAt(0),
  );

  it('is read with its compressed table and its comment', async () => {
    const archive = new Blob([deflated]);
    const [entry] = await readDirectory(archive);
    expect(entry!.path).toBe('subjects.csv');
    expect(new TextDecoder().decode(await readEntry(archive, entry!))).toBe('subject\nalice\n');
  });

  it('that is none is said to be unreadable', async () => {
    await expect(readDirectory(file('no archive at all, however long this text may be'))).rejects.toThrow();
    await expect(readDirectory(file(''))).rejects.toThrow();
  });
});

describe('crc32', () => {
  it.each(['', 'a', 'The quick brown fox jumps over the lazy dog'])('of %o is the one of ISO 3309', (text) => {
    expect(crc32(new TextEncoder().encode(text))).toBe(crc32OfNode(text));
  });
});
