import { expect, it } from 'vitest';
import { zonesByRegion } from './zones';

it('groups zones by region, and has the wished one even if nobody knows it', () => {
  const regions = zonesByRegion(['Europe/Paris', 'America/Lima', 'Europe/Berlin'], 'Asia/Calcutta');
  expect([...regions]).toEqual([
    ['America', ['America/Lima']],
    ['Asia', ['Asia/Calcutta']],
    ['Europe', ['Europe/Berlin', 'Europe/Paris']],
    ['UTC', ['UTC']],
  ]);
});
