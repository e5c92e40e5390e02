import { beforeEach, describe, expect, it } from 'vitest';
import { takeSecret } from './invitation';

const place = (hash: string) => ({ hash, pathname: '/enroll', search: '' }) as Location;

describe('takeSecret', () => {
  const shown: string[] = [];
  const history = { replaceState: (_: unknown, __: string, url: string) => shown.push(url) } as unknown as History;

  beforeEach(() => {
    sessionStorage.clear();
    shown.length = 0;
  });

  it('takes the secret out of the address', () => {
    expect(takeSecret(place('#abc-_1'), history, sessionStorage)).toBe('abc-_1');
    expect(shown).toEqual(['/enroll']);
  });

  it('still knows it after a reload', () => {
    takeSecret(place('#abc'), history, sessionStorage);
    expect(takeSecret(place(''), history, sessionStorage)).toBe('abc');
  });

  it('prefers the link that was opened last', () => {
    takeSecret(place('#old'), history, sessionStorage);
    expect(takeSecret(place('#new'), history, sessionStorage)).toBe('new');
  });

  it('is nothing where the page was opened without a link', () => {
    expect(takeSecret(place(''), history, sessionStorage)).toBeUndefined();
    expect(shown).toEqual([]);
  });
});
