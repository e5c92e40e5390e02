import { describe, expect, it } from 'vitest';
import english from '@/i18n/locales/en/operating.json';
import { alarming, binsOf, type Day, dayBefore, daysOf, failureShares, type Measure, reasons } from './drift';

const measure = (more: Partial<Measure>): Measure => ({
  measure: 'foundScore',
  observations: 10,
  verdict: 'steady',
  alarms: true,
  bins: [],
  ...more,
});
const drift = (measures: Measure[]) => ({ measures }) as Parameters<typeof alarming>[0];

describe('measures', () => {
  it('that are worst come first, and those that only say why do not come', () => {
    const shown = alarming(
      drift([
        measure({ measure: 'a', verdict: 'tooFew' }),
        measure({ measure: 'b', verdict: 'drifted' }),
        measure({ measure: 'quality.sharpness', verdict: 'drifted', alarms: false }),
        measure({ measure: 'c', verdict: 'shifting' }),
      ]),
    );
    expect(shown.map((each) => each.measure)).toEqual(['b', 'c', 'a']);
  });

  it('of quality say why it drifted', () => {
    const found = reasons(
      drift([
        measure({ measure: 'quality', verdict: 'drifted' }),
        measure({ measure: 'quality.sharpness', verdict: 'drifted', alarms: false }),
        measure({ measure: 'quality.luminanceMean', verdict: 'steady', alarms: false }),
      ]),
    );
    expect(found).toEqual(['sharpness']);
  });

  it('of quality say nothing while quality is as it should be', () => {
    const found = reasons(
      drift([
        measure({ measure: 'quality', verdict: 'steady' }),
        measure({ measure: 'quality.sharpness', verdict: 'drifted', alarms: false }),
      ]),
    );
    expect(found).toEqual([]);
  });

  it.each(['othersScore', 'foundScore', 'acquisition', 'quality'] as const)(
    '%s has a name, and words for what to do',
    (name) => {
      expect(english.since.measure[name]).toBeTypeOf('string');
      expect(english.since.todo[name]).toBeTypeOf('string');
    },
  );
});

describe('bins', () => {
  const bins = [
    { from: 0.4, to: 0.42, observed: 1, expected: 0.1 },
    { from: 0.42, to: 0.44, observed: 3, expected: 0.2 },
    { from: 0.44, to: 0.46, observed: 6, expected: 0.7 },
  ];

  it('are shares, in as many as can be seen', () => {
    const [first, second] = binsOf(measure({ bins }), 0.04);
    expect([first!.from, first!.to, second!.from]).toEqual([0.4, 0.44, 0.44]);
    expect(first!.observed).toBeCloseTo(0.4);
    expect(first!.expected).toBeCloseTo(0.3);
    expect(second!.observed).toBeCloseTo(0.6);
  });

  it('have nothing to compare with before there is a baseline', () => {
    const without = binsOf(measure({ bins: bins.map(({ from, to, observed }) => ({ from, to, observed })) }), 0.04);
    expect(without.map(({ expected }) => expected)).toEqual([undefined, undefined]);
  });

  it('of nothing are nothing', () => {
    expect(binsOf(measure({ observations: 0, bins: [{ from: 0, to: 0.1, observed: 0, expected: 1 }] }), 0.1)).toEqual([
      { from: 0, to: 0.1, observed: 0, expected: 1 },
    ]);
  });
});

describe('days', () => {
  it('are those of UTC', () => {
    expect(dayBefore('2026-03-01', 0)).toBe('2026-03-01');
    expect(dayBefore('2026-03-01', 1)).toBe('2026-02-28');
  });

  it('are counted with the first and the last one', () => {
    expect(daysOf({ from: '2026-02-27', to: '2026-03-01' })).toBe(3);
  });

  it('have shares of failures', () => {
    const day = { day: '2026-03-01', probes: 20, noFace: 5, manyFaces: 0 } as Day;
    expect(failureShares([day, { ...day, probes: 0, noFace: 0 }], 'noFace').map(([, share]) => share)).toEqual([
      0.25, 0,
    ]);
  });
});
