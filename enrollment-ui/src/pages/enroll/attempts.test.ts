import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { testingFace } from '@/camera/testing-face';
import { type Attempt, change, duplicatesOf, inSight, isUnderWay, nextOf } from './attempts';

const attempt = (id: string): Attempt => ({
  id,
  pictures: { image: new Blob() },
  distinctFrom: [],
  state: { kind: 'waiting' },
});
const duplicate = { subject: 'bo', name: 'Bo', score: 0.7 };
const enrollment = (...duplicates: Schemas['Duplicate'][]): Schemas['Enrollment'] => ({
  id: 'f1',
  subject: 'ada',
  face: testingFace(),
  hasImage: true,
  createdAt: '2026-01-01T00:00:00Z',
  duplicates,
});
const refusal = new ApiProblem(409, 'duplicate_face', 'Taken.', undefined, 'image', { duplicates: [duplicate] });

describe('attempts', () => {
  it('are sent one after the other', () => {
    let attempts = change([], { kind: 'add', attempts: [attempt('a'), attempt('b')] });
    expect(nextOf(attempts)?.id).toBe('a');
    attempts = change(attempts, { kind: 'send', id: 'a' });
    expect(nextOf(attempts)).toBeUndefined();
    attempts = change(attempts, { kind: 'refused', id: 'a', problem: new Error() });
    expect(nextOf(attempts)?.id).toBe('b');
    expect(attempts.map(isUnderWay)).toEqual([false, true]);
  });

  it('need nobody to decide when nobody else has the face', () => {
    const [done] = change([attempt('a')], { kind: 'enrolled', id: 'a', enrollment: enrollment() });
    expect(done!.state).toMatchObject({ kind: 'enrolled', decided: true });
    expect(duplicatesOf(done!)).toEqual([]);
  });

  it('wait for a person where somebody else has the face, until the person keeps it', () => {
    let attempts = change([attempt('a')], { kind: 'enrolled', id: 'a', enrollment: enrollment(duplicate) });
    expect(duplicatesOf(attempts[0]!)).toEqual([duplicate]);
    attempts = change(attempts, { kind: 'keep', id: 'a' });
    expect(duplicatesOf(attempts[0]!)).toEqual([]);
    expect(attempts[0]!.state).toMatchObject({ kind: 'enrolled', decided: true });
  });

  it('go again under the same key, saying who it is not', () => {
    let attempts = change([attempt('a')], { kind: 'refused', id: 'a', problem: refusal });
    expect(duplicatesOf(attempts[0]!)).toEqual([duplicate]);
    attempts = change(attempts, { kind: 'repeat', id: 'a', distinctFrom: ['bo'] });
    attempts = change(attempts, { kind: 'repeat', id: 'a', distinctFrom: ['bo', 'cy'] });
    expect(attempts[0]).toMatchObject({ id: 'a', distinctFrom: ['bo', 'cy'], state: { kind: 'waiting' } });
  });

  it('can be taken back', () => {
    const [done] = change([attempt('a')], { kind: 'takenBack', id: 'a' });
    expect(done!.state.kind).toBe('takenBack');
    expect(duplicatesOf(done!)).toEqual([]);
  });

  it('that were refused for something else are no duplicates', () => {
    const [done] = change([attempt('a')], { kind: 'refused', id: 'a', problem: new ApiProblem(422, 'no_face', 'No.') });
    expect(duplicatesOf(done!)).toEqual([]);
  });

  it('are shown with those first that somebody has to decide, then the newest', () => {
    const attempts = change([attempt('a'), attempt('b'), attempt('c')], { kind: 'refused', id: 'b', problem: refusal });
    expect(inSight(attempts).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});
