import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { startTranslations } from '@/i18n';
import { EvaluationOnly } from './EvaluationOnly';

beforeAll(startTranslations);
afterEach(cleanup);

it('says what the models are for, and not what they cannot do', () => {
  render(<EvaluationOnly className="small" />);

  expect(screen.getByText(/evaluation and demonstration/)).toBeDefined();
  expect(document.body.textContent).not.toMatch(/living/);
});
