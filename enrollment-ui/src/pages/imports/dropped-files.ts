import type { Packed } from './zip-write';

/**
 * What somebody let go over the page: files, and folders with all that is in them. Must be called while the event is
 * handled, for the browser forgets the items afterwards.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Packed[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return (await Promise.all(entries.map(filesBelow))).flat();
}

/** Files of an input; those of a folder know their path below it. */
export function chosenFiles(files: Iterable<File>): Packed[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function filesBelow(entry: FileSystemEntry): Promise<Packed[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A browser hands out a folder in portions; an empty one is the end.
  for (let portion = await read(reader); portion.length > 0; portion = await read(reader)) {
    inside.push(...portion);
  }
  const files: Packed[] = [];
  for (const each of inside) {
    files.push(...(await filesBelow(each)));
  }
  return files;
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
