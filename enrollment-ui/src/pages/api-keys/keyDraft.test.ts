import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { changeOf, contentOf, draftOf, NEW_KEY } from './keyDraft';

const KEY: Schemas['ApiKey'] = {
  id: '1',
  name: 'Door',
  prefix: 'janua_ab',
  operations: ['identify'],
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2027-01-01T00:00:33Z',
  requestsPerMinute: 60,
};

describe('a key that is edited', () => {
  it('sends nothing where nothing changed', () => {
    expect(changeOf(KEY, draftOf(KEY))).toEqual({});
  });

  it('takes an end and a limit away with null', () => {
    expect(changeOf(KEY, { name: 'Door 2', expiresAt: '', rate: '' })).toEqual({
      name: 'Door 2',
      expiresAt: null,
      requestsPerMinute: null,
    });
  });

  it('begins without an end and with the default limit', () => {
    expect(contentOf({ ...NEW_KEY, name: ' Kiosk ' })).toEqual({
      name: 'Kiosk',
      expiresAt: null,
      requestsPerMinute: null,
    });
  });
});
