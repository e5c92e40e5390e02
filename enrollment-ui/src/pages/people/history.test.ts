import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import de from '@/i18n/locales/de/people.json';
import { toLines } from './history';

function entry(action: string, more: Partial<Schemas['RecordedEntry']> = {}): Schemas['AuditEntry'] {
  return {
    entry: {
      type: 'entry',
      id: crypto.randomUUID(),
      tenant: 'acme',
      time: '2026-05-03T08:30:00Z',
      actor: 'user:1',
      action,
      outcome: 'done',
      ...more,
    },
  };
}

describe('history', () => {
  it('makes one line of looks in a row by one person', () => {
    const lines = toLines([
      entry('face.view'),
      entry('face.view'),
      entry('face.view', { actor: 'user:2' }),
      entry('subject.change'),
      entry('face.view'),
    ]);
    expect(lines.map((line) => [line.sentence, line.times])).toEqual([
      ['face_view', 2],
      ['face_view', 1],
      ['subject_change', 1],
      ['face_view', 1],
    ]);
  });

  it('tells decisions from refusals', () => {
    expect(toLines([entry('verify', { outcome: 'no_match' })])[0]).toMatchObject({
      sentence: 'verify_no_match',
      tone: 'warn',
    });
    expect(toLines([entry('face.enroll', { outcome: 'poor_quality' })])[0]).toMatchObject({
      sentence: 'face_enroll_refused',
      refusal: 'poor_quality',
    });
  });

  it('says of an action that it does not know what it is called', () => {
    expect(toLines([entry('door.open')])[0]).toMatchObject({ sentence: 'other', facts: { action: 'door.open' } });
  });

  it.each(['face.enroll', 'face.delete', 'face.view', 'subject.export', 'consent.give', 'invitation.revoke'])(
    'has a sentence for %s',
    (action) => {
      const texts = de.history as Record<string, unknown>;
      const { sentence } = toLines([entry(action)])[0]!;
      expect(texts[sentence] ?? texts[`${sentence}_other`]).toBeDefined();
    },
  );
});
