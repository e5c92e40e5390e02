import { describe, expect, it } from 'vitest';
import { qrPath } from './qrPath';

describe('qrPath', () => {
  it('draws the corner by which readers find a code, behind a light border', () => {
    const { size, path } = qrPath('https://janua.example/enroll#secret');
    expect(size).toBeGreaterThanOrEqual(25);
    expect(path).toContain('M2 2h1v1h-1zM3 2h1v1h-1z');
    expect(path).not.toContain('M0 ');
    expect(path).not.toContain('M1 ');
  });
});
