import { describe, expect, it } from 'vitest';
import { changed, choiceOf } from './choice';

const gallery = { subjects: 30, policy: { fpir: 1e-3, fmr: 1 / 750 } };
const of = (address: string) => choiceOf(new URLSearchParams(address), gallery);

describe('what is looked at', () => {
  it('is the gallery as it is', () => {
    expect(of('')).toMatchObject({ kind: 'identify', rate: 1e-3, people: 30 });
    expect(choiceOf(new URLSearchParams(), { ...gallery, subjects: 0 }).people).toBe(1);
  });

  it('keeps a rate of the policy that no step has', () => {
    expect(of('kind=verify')).toMatchObject({ kind: 'verify', rate: 1 / 750, people: 1 });
  });

  it('is what the address says, if that can be', () => {
    expect(of('rate=5000&people=1000')).toMatchObject({ rate: 1 / 5000, people: 1000 });
    expect(of('rate=0&people=-4')).toMatchObject({ rate: 1e-3, people: 30 });
    expect(of('people=1e99').people).toBe(30);
  });

  it('changes one thing at a time', () => {
    const address = changed(new URLSearchParams('rate=100'), { people: 7 });
    expect(address.toString()).toBe('rate=100&people=7');
    expect(changed(address, { kind: 'verify' }).toString()).toBe('people=7&kind=verify');
    expect(changed(address, { rate: 0.1 }).toString()).toBe('rate=10&people=7');
  });
});
