/** A signed state of the log, as c2sp.org/tlog-checkpoint writes it; nothing in it is proven here. */
export interface Checkpoint {
  origin: string;
  size: number;
  /** Root of the Merkle tree, in base64. */
  root: string;
  signatures: { signer: string; signature: string }[];
}

const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/]+=*)$/;

/** @return undefined for anything else */
export function parseCheckpoint(note: string): Checkpoint | undefined {
  const end = note.lastIndexOf('\n\n');
  const [origin, size, root] = note.slice(0, end).split('\n');
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .flatMap((line) => {
      const [, signer, signature] = SIGNATURE.exec(line) ?? [];
      return signer && signature ? [{ signer, signature }] : [];
    });
  return end > 0 && origin && root && /^\d+$/.test(size ?? '') && signatures.length > 0
    ? { origin, size: Number(size), root, signatures }
    : undefined;
}
