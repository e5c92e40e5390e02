import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { fieldProblem } from './fieldProblem';

describe('fieldProblem', () => {
  it('finds the one field that a problem names', () => {
    const problem = new ApiProblem(400, 'validation_failed', 'Too late.', 'Choose an earlier end.', 'expiresAt');
    expect(fieldProblem(problem, 'expiresAt')).toBe('Too late. Choose an earlier end.');
    expect(fieldProblem(problem, 'name')).toBeUndefined();
  });

  it('finds one of several violations', () => {
    const violations = [{ field: 'policy.fmr', message: 'must be at most 0.5' }];
    const problem = new ApiProblem(400, 'validation_failed', 'Wrong.', undefined, undefined, { violations });
    expect(fieldProblem(problem, 'fmr', 'policy.fmr')).toBe('must be at most 0.5');
  });

  it('knows nothing of other failures', () => {
    expect(fieldProblem(new Error('name'), 'name')).toBeUndefined();
  });
});
