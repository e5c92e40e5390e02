// Schemas of Kubernetes permit what they do not know: a cluster drops a misspelt field and says nothing. Here a field is
// known when the code that was generated from its schema has looked at it.

/**
 * Lets a function look at a document.
 *
 * @returns the paths of the fields that it has not looked at, of nested ones the outermost
 */
export function unread(document, look) {
  const seen = new Set();
  look(watched(document, '', seen));
  return [...unseen(document, '', seen)];
}

/** Names are found whatever their case is: what was generated for TypeScript says `postInitApplicationSql`. */
function watched(value, path, seen) {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      if (typeof name !== 'string') return Reflect.get(target, name, receiver);
      const key = Object.hasOwn(target, name) ? name : sameButForCase(target, name);
      if (key === undefined) return Reflect.get(target, name, receiver);
      seen.add(`${path}/${key}`);
      return watched(target[key], `${path}/${key}`, seen);
    },
  });
}

function sameButForCase(target, name) {
  return Array.isArray(target)
    ? undefined
    : Object.keys(target).find((key) => key.toLowerCase() === name.toLowerCase());
}

function* unseen(value, path, seen) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, nested] of Object.entries(value)) {
    const place = `${path}/${key}`;
    if (seen.has(place)) yield* unseen(nested, place, seen);
    else yield place;
  }
}
