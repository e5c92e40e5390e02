/** What a JSON Merge Patch (RFC 7396) has to say to make one value of another; undefined when they are alike. */
export function mergePatch(before: unknown, after: unknown): unknown {
  if (!isObject(before) || !isObject(after)) {
    return alike(before, after) ? undefined : after;
  }
  const patch: Record<string, unknown> = {};
  for (const member of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (after[member] === undefined) {
      if (before[member] !== undefined) patch[member] = null;
      continue;
    }
    const change = mergePatch(before[member], after[member]);
    if (change !== undefined) patch[member] = change;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Whether a merge patch could not store this: null means absent there. Within a list it may stand. */
export function holdsNull(value: unknown): boolean {
  return value === null || (isObject(value) && Object.values(value).some(holdsNull));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
