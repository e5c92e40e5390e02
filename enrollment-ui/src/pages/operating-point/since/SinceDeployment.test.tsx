import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { type Me, MeContext, type Operation } from '@/auth/me';
import { startTranslations } from '@/i18n';
import { SinceDeployment } from './SinceDeployment';

const GALLERY = { name: 'staff' } as Schemas['Gallery'];

const measure = (more: Partial<Schemas['DriftMeasure']>): Schemas['DriftMeasure'] => ({
  measure: 'quality',
  observations: 0,
  verdict: 'tooFew',
  alarms: true,
  bins: [],
  ...more,
});

const drift = (more: Partial<Schemas['Drift']>): Schemas['Drift'] => ({
  gallery: 'staff',
  model: 'model',
  from: '2026-06-01',
  to: '2026-06-07',
  verdict: 'tooFew',
  threshold: 0.25,
  minObservations: 200,
  measures: [],
  strangers: [],
  days: [],
  ...more,
});

beforeAll(async () => {
  localStorage.setItem('janua.language', 'en');
  await startTranslations();
});

afterEach(cleanup);

function show(last: Schemas['Drift'], ...operations: Operation[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(['drift', 'staff'], last);
  queries.setQueryData(['drift', 'staff', 'course'], last);
  render(
    <MeContext value={{ operations: ['drift.read', ...operations] } as unknown as Me}>
      <QueryClientProvider client={queries}>
        <SinceDeployment gallery={GALLERY} />
      </QueryClientProvider>
    </MeContext>,
  );
}

it('says what has drifted, why, and what to do', async () => {
  show(
    drift({
      verdict: 'drifted',
      measures: [
        measure({ verdict: 'drifted', index: 0.41, observations: 300 }),
        measure({ measure: 'quality.sharpness', verdict: 'drifted', alarms: false }),
      ],
      strangers: [{ expected: 0.01, searches: 300, reached: 12, lower: 0.023, upper: 0.069, finding: 'moreOften' }],
    }),
  );
  expect(await screen.findByText('Something has drifted')).toBeDefined();
  expect(screen.getByText(/in the last 7 days that are over/)).toBeDefined();
  expect(screen.getByText(/Moved most: sharpness/)).toBeDefined();
  expect(screen.getByText(/Clean the lenses/)).toBeDefined();
  expect(screen.getByText('0.41')).toBeDefined();
  expect(screen.getByText('12 of 300')).toBeDefined();
  expect(screen.getByText('more often than calibrated')).toBeDefined();
});

it('says nothing of too few, and lets only those choose a baseline who may', async () => {
  show(drift({}));
  expect(await screen.findByText('Too little to say anything')).toBeDefined();
  expect(screen.getByText(/There is no baseline yet/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /as the baseline/ })).toBeNull();
  cleanup();
  show(
    drift({ baseline: { from: '2026-05-01', to: '2026-05-30', chosen: true, takenAt: '2026-06-01T00:00:00Z' } }),
    'galleries.write',
  );
  expect(await screen.findByText(/Compared with the days that were chosen/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Take other days as the baseline' })).toBeDefined();
});

it('offers days to choose, the last thirty first', async () => {
  show(drift({}), 'galleries.write');
  fireEvent.click(await screen.findByRole('button', { name: 'Take other days as the baseline' }));
  expect(screen.getByLabelText('First day')).toHaveProperty('value', '2026-05-09');
  expect(screen.getByLabelText('Last day')).toHaveProperty('value', '2026-06-07');
});
