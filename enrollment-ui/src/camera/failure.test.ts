import { describe, expect, it } from 'vitest';
import { failureOf } from './failure';

describe('failureOf', () => {
  it.each([
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotReadableError', 'inUse'],
    ['AbortError', 'inUse'],
    ['TypeError', 'unknown'],
  ])('takes %s for %s', (name, failure) => {
    expect(failureOf(Object.assign(new Error('no'), { name }))).toBe(failure);
  });

  it('knows what is no error at all', () => {
    expect(failureOf('no')).toBe('unknown');
  });
});
