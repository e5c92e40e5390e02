import { describe, expect, it } from 'vitest';
import { packNotice } from './packNotice';

const CHOSEN = { id: 'janua-default-1', judgesLiveness: true, commercialUse: true };
const OWN = { id: 'janua-own-1', judgesLiveness: false, commercialUse: false };

describe('the notice of the pack that runs', () => {
  it('is none of a pack that was chosen, may everything and can everything', () => {
    expect(packNotice(CHOSEN)).toBeUndefined();
  });

  it('says of one that was chosen and may everything what it cannot do', () => {
    expect(packNotice({ ...CHOSEN, judgesLiveness: false })).toEqual({ title: 'runs', lines: ['noLiveness'] });
  });

  it('says of one that stands in what it may not, what it cannot, and how to get rid of it', () => {
    expect(packNotice({ ...OWN, inPlaceOf: 'janua-default-1' })).toEqual({
      title: 'inPlaceOf',
      lines: ['notCommercial', 'noLiveness', 'remedy'],
    });
  });

  it('says also of one that was chosen what it is for', () => {
    expect(packNotice(OWN)).toEqual({ title: 'evaluation', lines: ['notCommercial', 'noLiveness'] });
  });
});
