/** A text on the screen that must not flicker: people need a moment to read it and to do what it says. */
export interface Steady<T> {
  shown: T;
  since: number;
  /** What was seen last, and for how long it is what would be shown. */
  next: T;
  nextSince: number;
}

const READ_MS = 600;
const SURE_MS = 250;

/** Shows something else only when it was seen for a while, and what is shown could be read. */
export function steady<T>(before: Steady<T> | undefined, seen: T, at: number): Steady<T> {
  if (!before) {
    return { shown: seen, since: at, next: seen, nextSince: at };
  }
  const nextSince = seen === before.next ? before.nextSince : at;
  const changes = seen !== before.shown && at - nextSince >= SURE_MS && at - before.since >= READ_MS;
  return changes
    ? { shown: seen, since: at, next: seen, nextSince }
    : { shown: before.shown, since: before.since, next: seen, nextSince };
}
