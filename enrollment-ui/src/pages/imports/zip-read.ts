/** A file in a ZIP archive, by the archive's directory. */
export interface ZipEntry {
  path: string;
  bytes: number;
  encrypted: boolean;
  /** Whether it can be read while it arrives, which the service does. */
  streamable: boolean;
  method: number;
  packedBytes: number;
  at: number;
}

/** The archive's directory cannot be read here; the service may still take the archive. */
export class NotReadable extends Error {}

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const LOCAL_FILE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
/** Stands where a number is too large for its field and follows elsewhere (ZIP64). */
const ELSEWHERE = 0xffffffff;

/** @throws NotReadable */
export async function readDirectory(archive: Blob): Promise<ZipEntry[]> {
  const end = await findEnd(archive);
  const bytes = end.getUint32(12, true);
  const at = end.getUint32(16, true);
  if (at === ELSEWHERE || bytes === ELSEWHERE) {
    throw new NotReadable('a ZIP64 archive');
  }
  const directory = await archive.slice(at, at + bytes).arrayBuffer();
  const view = new DataView(directory);
  const entries: ZipEntry[] = [];
  let place = 0;
  while (place + ENTRY_BYTES <= directory.byteLength) {
    if (view.getUint32(place, true) !== DIRECTORY_ENTRY) {
      throw new NotReadable('no directory entry where one should be');
    }
    const nameBytes = view.getUint16(place + 28, true);
    const name = new TextDecoder().decode(directory.slice(place + ENTRY_BYTES, place + ENTRY_BYTES + nameBytes));
    const entry = entryAt(view, place, name);
    if (!name.endsWith('/')) {
      entries.push(entry);
    }
    place += ENTRY_BYTES + nameBytes + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return entries;
}

function entryAt(view: DataView, place: number, path: string): ZipEntry {
  const flags = view.getUint16(place + 8, true);
  const method = view.getUint16(place + 10, true);
  return {
    path,
    method,
    encrypted: (flags & ENCRYPTED) !== 0,
    streamable: method === DEFLATED || (method === STORED && (flags & SIZES_FOLLOW) === 0),
    packedBytes: view.getUint32(place + 20, true),
    bytes: view.getUint32(place + 24, true),
    at: view.getUint32(place + 42, true),
  };
}

/** @throws NotReadable */
export async function readEntry(archive: Blob, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const header = new DataView(await archive.slice(entry.at, entry.at + LOCAL_BYTES).arrayBuffer());
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_FILE || entry.encrypted) {
    throw new NotReadable(entry.path);
  }
  const begin = entry.at + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(begin, begin + entry.packedBytes);
  if (entry.method === STORED) {
    return new Uint8Array(await packed.arrayBuffer());
  }
  if (entry.method !== DEFLATED) {
    throw new NotReadable(entry.path);
  }
  const inflated = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

async function findEnd(archive: Blob): Promise<DataView> {
  const tail = await archive.slice(Math.max(0, archive.size - END_BYTES - MOST_COMMENT_BYTES)).arrayBuffer();
  const view = new DataView(tail);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) === DIRECTORY_END) {
      return new DataView(tail, at);
    }
  }
  throw new NotReadable('no end of a directory');
}
