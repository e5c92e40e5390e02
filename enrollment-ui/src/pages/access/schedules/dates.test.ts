import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysInMonth, isDay, minutesOf, mondayOf, timeText, wallClock, weekdayOf } from './dates';

describe('days', () => {
  it('are counted over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(daysInMonth('2028-02-10')).toBe(29);
  });

  it('know their weekday and week', () => {
    expect(weekdayOf('2026-11-21')).toBe('saturday');
    expect(mondayOf('2026-11-21')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  });

  it('exist or do not', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(['2026-02-29', '2026-13-01', '', '21.11.2026'].some(isDay)).toBe(false);
  });
});

it('times are minutes of a day, whose end is 24:00', () => {
  expect(minutesOf('08:30')).toBe(510);
  expect(minutesOf('24:00')).toBe(1440);
  expect(timeText(1440)).toBe('24:00');
});

it('the same moment stands differently on the clocks of two zones', () => {
  expect(wallClock('2026-11-21T23:30:00Z', 'Europe/Berlin')).toEqual({ day: '2026-11-22', minutes: 30 });
  expect(wallClock('2026-11-21T23:30:00Z', 'America/New_York')).toEqual({ day: '2026-11-21', minutes: 1110 });
  expect(wallClock('2026-11-21T23:00:00Z', 'Europe/Berlin')).toEqual({ day: '2026-11-22', minutes: 0 });
});
