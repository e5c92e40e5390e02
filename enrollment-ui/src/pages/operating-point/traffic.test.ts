import { beforeEach, describe, expect, it } from 'vitest';
import { formatRate, nearestStep, parseRate, RATES, sameRate } from './rates';
import { countOf, frequency, rememberedTraffic, rememberTraffic, USUAL } from './traffic';

describe('how often', () => {
  it.each([
    [0, { kind: 'never' }],
    [250, { kind: 'perDay', count: 250 }],
    [3.44, { kind: 'perDay', count: 3.4 }],
    [0.95, { kind: 'everyDays', count: 1 }],
    [0.33, { kind: 'everyDays', count: 3 }],
    [1 / 21, { kind: 'everyWeeks', count: 3 }],
    [1 / 182, { kind: 'everyMonths', count: 6 }],
    [1 / 3650, { kind: 'everyYears', count: 10 }],
    [1e-9, { kind: 'rarely' }],
  ])('%d a day', (perDay, said) => {
    expect(frequency(perDay)).toEqual(said);
  });
});

describe('traffic', () => {
  beforeEach(() => localStorage.clear());

  it('is remembered for each gallery', () => {
    rememberTraffic('door', { strangers: 7, enrolled: 900 });
    expect(rememberedTraffic('door')).toEqual({ strangers: 7, enrolled: 900 });
    expect(rememberedTraffic('gate')).toEqual(USUAL);
  });

  it('is the usual where what was stored makes no sense', () => {
    localStorage.setItem('janua.traffic.door', '{"strangers": -3, "enrolled": "many"}');
    expect(rememberedTraffic('door')).toEqual(USUAL);
    localStorage.setItem('janua.traffic.door', 'nonsense');
    expect(rememberedTraffic('door')).toEqual(USUAL);
  });

  it('takes what was typed as far as it goes', () => {
    expect(countOf('12.4')).toBe(12);
    expect(countOf('-5')).toBe(0);
    expect(countOf('', 1)).toBe(1);
    expect(countOf('x')).toBe(0);
    expect(countOf('1e12')).toBe(10_000_000);
  });
});

describe('rates', () => {
  it('go from 1 in 10 to 1 in 1,000,000', () => {
    expect(RATES.length).toBe(16);
    expect(formatRate(RATES[0]!)).toBe('10');
    expect(formatRate(RATES.at(-1)!)).toBe('1000000');
  });

  it('find the step of a policy, or the nearest', () => {
    expect(formatRate(RATES[nearestStep(RATES, 1e-3)]!)).toBe('1000');
    expect(formatRate(RATES[nearestStep(RATES, 1 / 750)]!)).toBe('1000');
    expect(nearestStep(RATES, 0.5)).toBe(0);
    expect(nearestStep(RATES, 1e-9)).toBe(15);
  });

  it('come out of an address, if the service takes them', () => {
    expect(parseRate('5000')).toBe(1 / 5000);
    for (const none of [null, '', '1', '0', '2.5', 'x', '1e10', '-10']) {
      expect(parseRate(none)).toBeUndefined();
    }
    expect(sameRate(1e-3, 1 / 1000)).toBe(true);
  });
});
