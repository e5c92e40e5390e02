import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { MeContext } from '@/auth/me';
import { startTranslations } from '@/i18n';
import { PackBanner } from './PackBanner';

beforeAll(startTranslations);
afterEach(cleanup);

function show(pack: Schemas['RunningPack'], operations: string[] = []) {
  const me = { tenant: 'a', tenantName: 'A', actor: 'user:1', operations, pack, signOut: () => {} };
  render(
    <MeContext.Provider value={me}>
      <MemoryRouter>
        <PackBanner />
      </MemoryRouter>
    </MeContext.Provider>,
  );
}

it('names the pack, the one that is missing and the way back', () => {
  show({ id: 'own', inPlaceOf: 'better', judgesLiveness: false, commercialUse: false }, ['system.read', 'models.read']);

  expect(screen.getByText(/own run in place of better/)).toBeDefined();
  expect(screen.getByText(/living face/)).toBeDefined();
  expect(screen.getByText(/JANUA_MODEL_PACK=own/)).toBeDefined();
  expect(screen.getByRole('link').getAttribute('href')).toBe('/system?tab=models');
});

it('is not there where nothing has to be said', () => {
  show({ id: 'better', judgesLiveness: true, commercialUse: true });

  expect(document.querySelector('.janua-banner')).toBeNull();
});
