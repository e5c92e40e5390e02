import { describe, expect, it } from 'vitest';
import de from '@/i18n/locales/de/hooks.json';
import en from '@/i18n/locales/en/hooks.json';
import { EVENT_GROUPS, eventKey, TEST_EVENT } from './eventTypes';
import { changeOf, contentOf, draftOf, faultsOf, headersOf, newDraft } from './hookDraft';
import { byNeed, hookState } from './hookState';
import { failureInWords, failureOf } from './plainWords';
import { pretty } from './pretty';
import { TARGET_TYPES, TARGETS } from './targets';
import { testingHook } from './testing-hook';

describe('a draft of a hook', () => {
  it('begins with all events of all doors, and with thin payloads', () => {
    const draft = newDraft('webhook');
    expect(contentOf({ ...draft, name: ' office ', target: { url: ' https://a.example/x ' } })).toEqual({
      name: 'office',
      description: undefined,
      target: { type: 'webhook', url: 'https://a.example/x' },
      events: [],
      points: [],
      include: [],
    });
  });

  it('keeps a password as it was typed, and leaves out what was not', () => {
    const draft = newDraft('shelly');
    expect(contentOf({ ...draft, target: { url: 'http://s', output: '', password: ' a ' } }).target).toEqual({
      type: 'shelly',
      url: 'http://s',
      password: ' a ',
    });
  });

  it('reads headers a line', () => {
    expect(headersOf('Authorization: Bearer a:b\n\n X-Door : 1 ')).toEqual({
      Authorization: 'Bearer a:b',
      'X-Door': '1',
    });
    expect(headersOf('no header')).toBeUndefined();
  });

  it.each([
    ['webhook', { url: '' }, [['url', 'missing']]],
    ['webhook', { url: 'hooks.example.com' }, [['url', 'address']]],
    ['mqtt', { url: 'http://broker' }, [['url', 'address']]],
    ['mqtt', { url: 'mqtts://broker:8883' }, []],
    ['2n', { url: 'https://x', output: '5' }, [['output', 'number']]],
    ['onvif', { url: 'https://x', accessPointToken: ' ' }, [['accessPointToken', 'missing']]],
    ['http', { url: 'http://x', headers: 'oops' }, [['headers', 'headers']]],
  ] as const)('of %s with %o has the faults %o', (type, target, faults) => {
    expect([...faultsOf({ ...newDraft(type), target })]).toEqual(faults);
  });

  it('changes what was changed, and no secret that nobody typed', () => {
    const hook = testingHook({
      target: { type: 'mqtt', url: 'mqtt://b', version: 'v5', username: 'u', homeAssistant: false },
      points: ['north'],
    } as never);
    const draft = draftOf(hook);
    expect(changeOf(hook, draft)).toBeUndefined();
    expect(changeOf(hook, { ...draft, points: undefined, target: { ...draft.target, username: '' } })).toEqual({
      points: [],
      target: { type: 'mqtt', username: null },
    });
    expect(changeOf(hook, { ...draft, forget: ['password'] })).toEqual({ target: { type: 'mqtt', password: null } });
  });
});

describe('the state of a hook', () => {
  const failure = { at: '2026-11-02T08:00:00Z', error: 'x' };
  it.each([
    ['unused', {}],
    ['working', { lastDeliveredAt: '2026-11-02T09:00:00Z', lastFailure: failure }],
    ['failing', { lastDeliveredAt: '2026-11-01T09:00:00Z', lastFailure: failure, waiting: 3 }],
    ['waiting', { waiting: 3 }],
    ['off', { enabled: false }],
    ['ended', { enabled: false, disabledReason: 'gone' }],
  ] as const)('is %s', (state, about) => {
    expect(hookState(testingHook(about))).toBe(state);
  });

  it('puts first what wants somebody', () => {
    const names = byNeed([
      testingHook({ name: 'b' }),
      testingHook({ name: 'a' }),
      testingHook({ name: 'z', enabled: false, disabledReason: 'gone' } as never),
    ]).map((hook) => hook.name);
    expect(names).toEqual(['z', 'a', 'b']);
  });
});

describe('a failure in plain words', () => {
  it.each([
    ['The receiver answered 302; redirects are not followed.', 'redirect'],
    ['The receiver answered 503.', 'receiverFault'],
    ['There was no answer within 15 s.', 'late'],
    ["Nobody knows the name 'hooks.example'.", 'unknownName'],
    ["The receiver's certificate has expired.", 'certificate'],
    ['The broker refuses the connection: not authorized.', 'credentials'],
    ['The receiver refuses connections.', 'refused'],
  ])('of %s is %s', (error, name) => {
    expect(failureInWords(error)).toBe(name);
    expect(en.failure).toHaveProperty(name);
  });

  it('goes by what was answered', () => {
    expect(failureOf({ answer: { status: 410, headers: {}, body: '' }, error: 'x' } as never)).toBe('gone');
    expect(failureOf({ error: 'Something else.' } as never)).toBeUndefined();
  });
});

it.each([en, de])('has a text for every event and every field of a target', (texts) => {
  for (const type of [...EVENT_GROUPS.flatMap((group) => group.types), TEST_EVENT]) {
    expect(texts.event).toHaveProperty(eventKey(type).slice('event.'.length));
  }
  for (const type of TARGET_TYPES) {
    expect(texts.target[type]).toHaveProperty('name');
    for (const field of TARGETS[type]) {
      expect(texts.field, field.name).toHaveProperty(field.name);
    }
  }
});

it('shows JSON with lines', () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(pretty('plain')).toBe('plain');
});
