import { describe, expect, it } from 'vitest';
import type { AccessSchedule } from '../types';
import { ofDraft, ofPeriods } from './blocks';
import { faultsOf, kindOf, type ScheduleDraft, toContent, toDraft } from './scheduleDraft';

const SCHEDULE = {
  name: 'office',
  timeZone: 'Europe/Berlin',
  weekly: [
    { days: ['monday', 'friday'], from: '08:00', until: '18:00' },
    { days: ['saturday'], from: '22:00', until: '02:00' },
    { days: ['sunday'], from: '12:00', until: '24:00' },
  ],
  specialDays: [
    { name: 'Christmas', date: '2026-12-25', repeats: 'FREQ=YEARLY', periods: [] },
    { name: 'Inventory', date: '2026-12-31', periods: [{ from: '06:00', until: '10:00' }] },
  ],
} as unknown as AccessSchedule;

const draft = (changes: Partial<ScheduleDraft> = {}): ScheduleDraft => ({ ...toDraft(SCHEDULE), ...changes });

describe('a schedule in its editor', () => {
  it('goes in and comes out unchanged, midnight included', () => {
    expect(draft().weekly[2]).toMatchObject({ until: '00:00' });
    const { timeZone, weekly, specialDays } = SCHEDULE;
    expect(toContent(draft())).toEqual({ description: undefined, timeZone, weekly, specialDays });
  });

  it('says what a span of time amounts to', () => {
    expect(kindOf({ from: '08:00', until: '18:00' })).toBe('sameDay');
    expect(kindOf({ from: '22:00', until: '06:00' })).toBe('overnight');
    expect(kindOf({ from: '08:00', until: '08:00' })).toBe('overnight');
    expect(kindOf({ from: '08:00', until: '00:00' })).toBe('untilMidnight');
    expect(kindOf({ from: '00:00', until: '00:00' })).toBe('allDay');
    expect(kindOf({ from: '', until: '10:00' })).toBe('unfinished');
  });

  it('is without fault as it stands', () => {
    expect(faultsOf(draft()).size).toBe(0);
  });

  it('finds periods that overlap, over midnight and over the week', () => {
    const night = { days: ['sunday'], from: '22:00', until: '06:00' };
    const early = { days: ['monday'], from: '05:00', until: '07:00' };
    const faults = faultsOf(draft({ weekly: [early, night] as ScheduleDraft['weekly'] }));
    expect([...faults]).toEqual([['weekly.1', 'overlap']]);
  });

  it('lets one period begin when the other ends', () => {
    const weekly = [
      { days: ['monday'], from: '08:00', until: '12:00' },
      { days: ['monday'], from: '12:00', until: '18:00' },
    ];
    expect(faultsOf(draft({ weekly: weekly as ScheduleDraft['weekly'] })).size).toBe(0);
  });

  it.each([
    ['name', { name: ' ', date: '2026-12-25', repeat: { kind: 'never' }, periods: [] }],
    ['date', { name: 'x', date: '2026-02-30', repeat: { kind: 'never' }, periods: [] }],
    ['count', { name: 'x', date: '2026-12-25', repeat: { kind: 'days', count: 0 }, periods: [] }],
    ['rule', { name: 'x', date: '2026-12-25', repeat: { kind: 'custom', rule: ' ' }, periods: [] }],
    ['time', { name: 'x', date: '2026-12-25', repeat: { kind: 'never' }, periods: [{ from: '08:00', until: '' }] }],
  ] as const)('misses the %s of a special day', (fault, special) => {
    const specialDays = [special] as unknown as ScheduleDraft['specialDays'];
    expect([...faultsOf(draft({ specialDays }))]).toEqual([['specialDays.0', fault]]);
  });

  it('finds two special days on one date', () => {
    const special = draft().specialDays[0]!;
    expect([...faultsOf(draft({ specialDays: [special, special] }))]).toEqual([['specialDays.1', 'twice']]);
  });
});

describe('a calendar', () => {
  it('shows what a draft means, with what reaches over midnight', () => {
    const days = ofDraft(draft(), '2026-11-20', '2026-11-23');
    expect(days).toEqual([
      { day: '2026-11-20', blocks: [{ from: 480, until: 1080 }] },
      { day: '2026-11-21', blocks: [{ from: 1320, until: 1440 }] },
      {
        day: '2026-11-22',
        blocks: [
          { from: 0, until: 120 },
          { from: 720, until: 1440 },
        ],
      },
    ]);
  });

  it('begins with what began the evening before', () => {
    expect(ofDraft(draft(), '2026-11-22', '2026-11-23')[0]!.blocks[0]).toEqual({ from: 0, until: 120 });
  });

  it('marks special days, closed ones too', () => {
    expect(ofDraft(draft(), '2026-12-25', '2026-12-26')).toEqual([
      { day: '2026-12-25', blocks: [], specialDay: 'Christmas' },
    ]);
    expect(ofDraft(draft(), '2026-12-31', '2027-01-01')[0]).toEqual({
      day: '2026-12-31',
      blocks: [{ from: 360, until: 600, specialDay: 'Inventory' }],
      specialDay: 'Inventory',
    });
  });

  it('shows what the service computed by the clocks of the zone', () => {
    const periods = [
      { from: '2026-11-20T07:00:00Z', until: '2026-11-20T17:00:00Z' },
      { from: '2026-11-21T21:00:00Z', until: '2026-11-22T01:00:00Z' },
    ];
    expect(ofPeriods(periods, 'Europe/Berlin', '2026-11-20', '2026-11-23', () => undefined)).toEqual([
      { day: '2026-11-20', blocks: [{ from: 480, until: 1080 }] },
      { day: '2026-11-21', blocks: [{ from: 1320, until: 1440 }] },
      { day: '2026-11-22', blocks: [{ from: 0, until: 120 }] },
    ]);
  });

  it('ends a period at midnight on its own day', () => {
    const periods = [{ from: '2026-11-22T11:00:00Z', until: '2026-11-22T23:00:00Z' }];
    expect(ofPeriods(periods, 'Europe/Berlin', '2026-11-22', '2026-11-24', () => undefined)).toEqual([
      { day: '2026-11-22', blocks: [{ from: 720, until: 1440 }] },
      { day: '2026-11-23', blocks: [] },
    ]);
  });
});
