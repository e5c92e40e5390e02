import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/api/problem';
import { ProblemAlert } from '@/components/ProblemAlert';

/** Why there is no answer; and where it may come yet, a way to ask for it once more. */
export function Refused({ problem, again }: { problem: unknown; again: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ProblemAlert problem={problem} variant="warning" />
      {problem instanceof ApiProblem && problem.passing && (
        <Button variant="secondary" onClick={again}>
          {t('failure.retry')}
        </Button>
      )}
    </>
  );
}
