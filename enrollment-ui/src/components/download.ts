const KEPT_FOR_MS = 60_000;

/** Hands a file to the browser, as if a link to it had been followed. */
export function download(content: Blob, name: string) {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it when the person has chosen where to put it.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MS);
}
