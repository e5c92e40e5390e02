import type { Question } from './question';

/** A picture that somebody brought. */
export interface Picture {
  id: number;
  image: Blob;
}

/** One question about one picture; it never changes, so its answer can be kept beside it. */
export interface Try {
  id: number;
  picture: Picture;
  question: Question;
}

export interface Tries {
  /** Newest first. */
  all: Try[];
  /** The one that is looked at. */
  shown: Try | undefined;
  made: number;
}

export type TriesAction =
  | { do: 'bring'; image: Blob; question: Question }
  | { do: 'ask'; question: Question }
  | { do: 'show'; id: number }
  | { do: 'clear' };

/** Pictures of faces stay in memory, so not for ever. */
export const MOST_TRIES = 12;

export const NO_TRIES: Tries = { all: [], shown: undefined, made: 0 };

export function tries(before: Tries, action: TriesAction): Tries {
  switch (action.do) {
    case 'bring':
      return add(before, { id: before.made + 1, image: action.image }, action.question);
    case 'ask':
      return before.shown ? add(before, before.shown.picture, action.question) : before;
    case 'show':
      return { ...before, shown: before.all.find(({ id }) => id === action.id) ?? before.shown };
    case 'clear':
      return { ...NO_TRIES, made: before.made };
  }
}

function add(before: Tries, picture: Picture, question: Question): Tries {
  const made = before.made + 1;
  const shown = { id: made, picture, question };
  return { all: [shown, ...before.all].slice(0, MOST_TRIES), shown, made };
}
