/** Whether a leaf lies at its place in the tree of that root (RFC 9162, section 2.1.3.2). */
export async function isIncluded(
  leaf: string,
  index: number,
  size: number,
  path: string[],
  root: string,
): Promise<boolean> {
  if (index >= size) {
    return false;
  }
  let node = index;
  let last = size - 1;
  let hash = await sha256(Uint8Array.of(0), new TextEncoder().encode(leaf));
  for (const step of path.map(bytesOf)) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      hash = await sha256(Uint8Array.of(1), step, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const expected = bytesOf(root);
  return last === 0 && hash.length === expected.length && hash.every((byte, at) => byte === expected[at]);
}

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
