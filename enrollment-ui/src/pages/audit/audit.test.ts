import { describe, expect, it } from 'vitest';
import english from '@/i18n/locales/en/audit.json';
import { ACTION_GROUPS, OUTCOME_GROUPS } from './actions';
import { parseCheckpoint } from './checkpoint';
import { factsOf } from './facts';
import { cleared, isNarrowed, queryOf, readFilters, showsLooks, writeFilters } from './filters';
import { isRecorded, isRefusal, type Recorded, sentenceKey, subjectOf, thingOf, toneOf } from './reading';

const recorded = (more: Partial<Recorded>): Recorded => ({
  type: 'entry',
  id: 'id',
  tenant: 'acme',
  time: '2026-01-01T00:00:00Z',
  actor: 'nobody',
  action: 'identify',
  outcome: 'done',
  ...more,
});

function text(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((texts, part) => (texts as Record<string, unknown> | undefined)?.[part], english);
}

describe('a sentence', () => {
  const actions = Object.values(ACTION_GROUPS).flat();
  const outcomesOf: Record<string, string[]> = {
    identify: ['identified', 'unknown', 'ambiguous', 'spoof'],
    verify: ['match', 'no_match', 'spoof'],
    compare: ['match', 'no_match'],
    'audit.verify': ['intact', 'altered'],
    'access.decide': ['granted', 'denied', 'blocked'],
    'access.follow': ['taken', 'not_taken'],
    'access.configure': ['created', 'changed', 'deleted'],
    'access.member': ['added', 'changed', 'removed'],
    'access.block': ['blocked', 'unblocked'],
    'access.credential': ['changed', 'deleted'],
    'hook.configure': ['created', 'changed', 'deleted'],
    'model.watch': ['drifted', 'steady'],
  };

  it.each(actions)('is there for %s, however it ended', (action) => {
    for (const outcome of [...(outcomesOf[action] ?? ['done']), 'poor_quality']) {
      const key = sentenceKey(recorded({ action, outcome }));
      expect(text(key), key).toBeTypeOf('string');
    }
    expect(text(`action.${action}`), action).toBeTypeOf('string');
  });

  it('is a plain one for what a later service tells', () => {
    expect(sentenceKey(recorded({ action: 'moon.open' }))).toBe('sentence.other');
  });

  it('calls API keys, organisations and doors by their names', () => {
    expect(thingOf(recorded({ action: 'access.decide', facts: { point: 'main', rule: 'day' } }))).toBe('main');
    expect(thingOf(recorded({ action: 'access.configure', facts: { kind: 'rule', name: 'day' } }))).toBe('day');
    expect(thingOf(recorded({ action: 'access.member', facts: { group: 'staff' } }))).toBe('staff');
    const key = recorded({ action: 'api-key.create', subject: '01a1', facts: { name: 'North door' } });
    expect([thingOf(key), subjectOf(key)]).toEqual(['North door', undefined]);
    expect(thingOf(recorded({ action: 'tenant.create', facts: { tenant: 'acme' } }))).toBe('acme');
    expect(subjectOf(recorded({ subject: 'alice' }))).toBe('alice');
  });
});

describe('an outcome', () => {
  it('is a result or the code of a refusal', () => {
    for (const result of OUTCOME_GROUPS.results) {
      expect(isRefusal(result)).toBe(false);
      expect(text(`outcome.${result}`)).toBeTypeOf('string');
    }
    for (const code of OUTCOME_GROUPS.refusals) {
      expect(isRefusal(code)).toBe(true);
    }
    expect([toneOf('done'), toneOf('unknown'), toneOf('altered'), toneOf('no_face')]).toEqual([
      'plain',
      'info',
      'danger',
      'danger',
    ]);
  });
});

describe('an entry', () => {
  it('that was altered beyond recognition is none', () => {
    expect(isRecorded(recorded({}))).toBe(true);
    expect(isRecorded('{"type":"ent')).toBe(false);
    expect(isRecorded({ action: 'identify' })).toBe(false);
    expect(isRecorded(null)).toBe(false);
  });

  it('has facts that are shown by what they are', () => {
    const facts = { fpir: 0.001, score: 0.5, picture: true, expiresAt: '2026-01-01T00:00:00Z', size: 3, fmr: '1 -> 2' };
    expect(factsOf(facts).map(({ kind }) => kind)).toEqual(['rate', 'score', 'yes-no', 'time', 'number', 'text']);
    expect(factsOf({ odd: { a: 1 } })[0]!.value).toBe('{"a":1}');
    expect(factsOf(undefined)).toEqual([]);
  });
});

describe('a checkpoint', () => {
  const note = 'janua/acme\n12345\nCsUYapGGPo4=\n\n— janua/acme Az3grlgt\n';

  it('is taken apart', () => {
    expect(parseCheckpoint(note)).toEqual({
      origin: 'janua/acme',
      size: 12345,
      root: 'CsUYapGGPo4=',
      signatures: [{ signer: 'janua/acme', signature: 'Az3grlgt' }],
    });
  });

  it.each(['', 'janua/acme\n12345\nCsUY=\n', 'a\nb\nc\n\n— a Az3g\n', 'a\n1\nc\n\nno signature\n'])(
    'is not %j',
    (other) => {
      expect(parseCheckpoint(other)).toBeUndefined();
    },
  );
});

describe('filters', () => {
  it('stand in the address, beside what else stands there', () => {
    const filters = readFilters(new URLSearchParams('tab=x&action=identify&subject=%20alice%20&outcome='));
    expect(filters).toEqual({ action: 'identify', subject: 'alice' });
    expect(writeFilters(new URLSearchParams('tab=x&gallery=staff'), filters).toString()).toBe(
      'tab=x&action=identify&subject=alice',
    );
    expect([isNarrowed(filters), isNarrowed({}), isNarrowed({ actor: undefined })]).toEqual([true, false, false]);
  });

  it('ask for a period from one moment', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    const filters = readFilters(new URLSearchParams('period=week&since=2020-01-01T00:00:00Z'));
    expect(queryOf(filters, now)).toMatchObject({ since: '2026-03-03T12:00:00.000Z', until: undefined });
    expect(queryOf({ period: 'hour' }, now).since).toBe('2026-03-10T11:00:00.000Z');
    expect(new Date(queryOf({ period: 'today' }, now).since!).getHours()).toBe(0);
  });

  it('leave looks at pictures out unless somebody asks for them', () => {
    const now = new Date();
    expect(queryOf({ gallery: 'staff' }, now)).toEqual({ gallery: 'staff', exceptAction: ['face.view'] });
    expect(queryOf(readFilters(new URLSearchParams('looks=shown')), now)).toEqual({});
    expect(queryOf({ action: 'face.view' }, now)).toEqual({ action: 'face.view' });
    expect([showsLooks({ looks: 'shown' }), showsLooks({ action: 'face.view' }), showsLooks({})]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are cleared without a change of what counts as an entry', () => {
    expect(isNarrowed({ looks: 'shown' })).toBe(false);
    expect(writeFilters(new URLSearchParams(), cleared({ action: 'identify', looks: 'shown' })).toString()).toBe(
      'looks=shown',
    );
  });

  it('know no other periods', () => {
    expect(readFilters(new URLSearchParams('period=century'))).toEqual({});
  });
});
