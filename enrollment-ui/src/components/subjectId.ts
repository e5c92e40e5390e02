const MOST_CHARACTERS = 128;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const WRITTEN_OUT: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  þ: 'th',
};

/** An id for somebody who has none yet, for example ada-lovelace; empty where the name gives nothing. */
export function suggestId(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MOST_CHARACTERS);
}

/** The next one when an id is taken: ada, ada-2, ada-3. */
export function nextId(taken: string): string {
  const [, stem, number] = /^(.*?)(?:-(\d{1,4}))?$/su.exec(taken) ?? [];
  const suffix = `-${Number(number ?? 1) + 1}`;
  return (stem ?? taken).slice(0, MOST_CHARACTERS - suffix.length) + suffix;
}

/** What is wrong with an id; nothing when the service will take it. */
export function idFault(id: string): 'empty' | 'long' | 'characters' | undefined {
  if (!id) {
    return 'empty';
  }
  if (id.length > MOST_CHARACTERS) {
    return 'long';
  }
  return /[/\p{Cc}]/u.test(id) || id === '.' || id === '..' ? 'characters' : undefined;
}
