import { ApiProblem } from '@/api/problem';

interface Violation {
  field?: unknown;
  message?: unknown;
}

/** What the service said of this very field, for the place where it was typed. */
export function fieldProblem(problem: unknown, ...fields: string[]): string | undefined {
  if (!(problem instanceof ApiProblem)) {
    return undefined;
  }
  const violations = Array.isArray(problem.more.violations) ? (problem.more.violations as Violation[]) : [];
  const violation = violations.find((each) => fields.includes(String(each.field)));
  if (violation) {
    return String(violation.message);
  }
  return problem.field !== undefined && fields.includes(problem.field)
    ? [problem.detail, problem.remedy].filter(Boolean).join(' ')
    : undefined;
}
