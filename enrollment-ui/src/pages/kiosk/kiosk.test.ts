import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import en from '@/i18n/locales/en/kiosk.json';
import { answered, failed, type Kiosk, mayAsk, pressed, saw, secretsOf, WATCHING } from './kiosk';
import { REASONS, toldAs } from './reasons';
import { testingDecision } from './testing-decision';

const THERE = { there: true, still: true };
const NOBODY = { there: false, still: true };

function type(kiosk: Kiosk, keys: string): Kiosk {
  return [...keys].reduce((now, key) => pressed(now, key, 0), kiosk);
}

const WANTS_PIN = answered(WATCHING, testingDecision({ reason: 'pin_missing' }), 0);

describe('a kiosk', () => {
  it('asks about whoever comes, when they have had a moment to look', () => {
    const came = saw(WATCHING, THERE, 10_000);
    expect(came).toMatchObject({ advice: 'ready' });
    expect(mayAsk(came, THERE, 10_100)).toBe(false);
    expect(mayAsk(came, THERE, 10_500)).toBe(true);
    expect(mayAsk(came, NOBODY, 10_500)).toBe(false);
  });

  it('waits for a still picture, but not for ever', () => {
    const came = saw(WATCHING, THERE, 10_000);
    expect(mayAsk(came, { there: true, still: false }, 10_600)).toBe(false);
    expect(mayAsk(came, { there: true, still: false }, 12_000)).toBe(true);
  });

  it('asks about once a second while somebody gets no picture right', () => {
    const advised = answered(WATCHING, testingDecision({ reason: 'many_faces' }), 10_000);
    expect(advised).toMatchObject({ kind: 'watching', advice: 'many_faces' });
    expect(mayAsk(advised, THERE, 10_900)).toBe(false);
    expect(mayAsk(advised, THERE, 11_000)).toBe(true);
  });

  it('welcomes for as long as the door is open', () => {
    const welcome = answered(WATCHING, testingDecision({ outcome: 'granted', reason: 'rule', openSeconds: 8 }), 1000);
    expect(saw(welcome, THERE, 8999)).toBe(welcome);
    expect(saw(welcome, THERE, 9000)).toMatchObject({ kind: 'watching' });
  });

  it('sends the PIN with the next picture', () => {
    const entered = pressed(type(WANTS_PIN, '4x7-11'), 'Enter', 5000);
    expect(secretsOf(entered)).toEqual({ pin: '4711' });
    expect(mayAsk(entered, NOBODY, 5400), 'they look down at the keys still').toBe(false);
    expect(mayAsk(entered, NOBODY, 5500)).toBe(true);
  });

  it('keeps the PIN while the picture is not right, and forgets it soon', () => {
    const entered = pressed(type(WANTS_PIN, '4711'), 'Enter', 5000);
    const advised = answered(entered, testingDecision({ reason: 'no_face' }), 6000);
    expect(secretsOf(advised)).toEqual({ pin: '4711' });
    expect(secretsOf(saw(advised, THERE, 21_000))).toEqual({});
    expect(secretsOf(answered(entered, testingDecision({ reason: 'pin_wrong' }), 6000))).toEqual({});
  });

  it('asks for both where both are wanted', () => {
    const card = answered(WATCHING, testingDecision({ reason: 'card_missing' }), 0);
    const shown = pressed(type(card, '12-3456'), 'Enter', 0);
    const pin = answered(shown, testingDecision({ reason: 'pin_missing' }), 0);
    expect(secretsOf(pressed(type(pin, '4711'), 'Enter', 0))).toEqual({ card: '12-3456', pin: '4711' });
  });

  it('takes a key back, and lets people leave', () => {
    expect(pressed(type(WANTS_PIN, '47'), 'Backspace', 0)).toMatchObject({ typed: '4' });
    expect(pressed(WANTS_PIN, 'Enter', 0)).toBe(WANTS_PIN);
    expect(pressed(WANTS_PIN, 'Escape', 0)).toMatchObject({ kind: 'watching' });
    expect(saw(WANTS_PIN, NOBODY, 20_000)).toMatchObject({ kind: 'watching' });
    expect(type(WANTS_PIN, '123456789')).toMatchObject({ typed: '12345678' });
  });

  it('has patience with a service that is busy, and none with a key that is no good', () => {
    const busy = new ApiProblem(503, 'busy', 'Too much to do.', undefined, undefined, {}, undefined, 2);
    const once = failed(WATCHING, busy, 0);
    expect(once).toMatchObject({ kind: 'watching', notBefore: 2000 });
    expect(failed(failed(once, busy, 0), busy, 0)).toMatchObject({ kind: 'broken' });
    expect(failed(WATCHING, new ApiProblem(401, 'api_key_revoked', 'Revoked.'), 0)).toMatchObject({ kind: 'broken' });
    expect(failed(WATCHING, ApiProblem.unreachable(), 0)).toMatchObject({ kind: 'broken', until: 5000 });
  });

  it.each(REASONS)('has words for %s', (reason) => {
    const texts = { ...en.reason, ...en.advice, ...en.entering };
    expect(texts).toHaveProperty(toldAs(reason));
  });

  it('tells nobody that they are on a list', () => {
    expect(toldAs('block_list')).toBe(toldAs('spoof'));
  });
});
