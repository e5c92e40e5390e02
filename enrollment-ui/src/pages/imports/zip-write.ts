import { crc32 } from './crc32';

/** A file, and its path in the archive. */
export interface Packed {
  path: string;
  file: Blob;
}

const LOCAL_FILE = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
/** The first day that a ZIP archive knows: when a picture was taken is nobody's business here. */
const NO_DATE = 0x0021;

interface Written {
  name: Uint8Array<ArrayBuffer>;
  sum: number;
  bytes: number;
  at: number;
}

/**
 * Packs files into one ZIP archive, not compressed, for pictures are already. Size and checksum stand before each file,
 * so that the service can read the archive while it arrives. The files themselves are not copied: the archive refers to
 * them where they lie, so that memory holds one picture at a time.
 */
export async function pack(files: Packed[], progress: (done: number) => void = () => {}): Promise<Blob> {
  const parts: BlobPart[] = [];
  const written: Written[] = [];
  let at = 0;
  for (const { path, file } of files) {
    const name = new TextEncoder().encode(path);
    const sum = crc32(new Uint8Array(await file.arrayBuffer()));
    const header = localHeader(name, sum, file.size);
    parts.push(header, name, file);
    written.push({ name, sum, bytes: file.size, at });
    at += header.byteLength + name.byteLength + file.size;
    progress(written.length);
  }
  const directory = written.flatMap((entry) => [directoryEntry(entry), entry.name]);
  const directoryBytes = directory.reduce((bytes, part) => bytes + part.byteLength, 0);
  return new Blob([...parts, ...directory, directoryEnd(written.length, directoryBytes, at)], {
    type: 'application/zip',
  });
}

function localHeader(name: Uint8Array, sum: number, bytes: number): ArrayBuffer {
  return record([
    [4, LOCAL_FILE],
    [2, VERSION],
    [2, NAMES_ARE_UTF8],
    [2, 0],
    [2, 0],
    [2, NO_DATE],
    [4, sum],
    [4, bytes],
    [4, bytes],
    [2, name.byteLength],
    [2, 0],
  ]);
}

function directoryEntry({ name, sum, bytes, at }: Written): ArrayBuffer {
  return record([
    [4, DIRECTORY_ENTRY],
    [2, VERSION],
    [2, VERSION],
    [2, NAMES_ARE_UTF8],
    [2, 0],
    [2, 0],
    [2, NO_DATE],
    [4, sum],
    [4, bytes],
    [4, bytes],
    [2, name.byteLength],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, at],
  ]);
}

function directoryEnd(entries: number, bytes: number, at: number): ArrayBuffer {
  return record([
    [4, DIRECTORY_END],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, bytes],
    [4, at],
    [2, 0],
  ]);
}

/** Little-endian numbers of two or four bytes, one after another (APPNOTE.TXT 4.3). */
function record(fields: [2 | 4, number][]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(fields.reduce((bytes, [width]) => bytes + width, 0)));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return view.buffer;
}
