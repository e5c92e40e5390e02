import { ProgressStep, ProgressStepper } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

const STEPS = ['who', 'consent', 'picture', 'result'] as const;

export function FlowSteps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation('enroll');
  const place = STEPS.indexOf(current);
  return (
    <ProgressStepper className="janua-enroll-steps" aria-label={t('steps')}>
      {STEPS.map((step, index) => {
        const state = index < place || current === 'result' ? 'done' : index === place ? 'current' : 'pending';
        return (
          <ProgressStep
            key={step}
            id={`enroll-${step}`}
            titleId={`enroll-${step}-title`}
            variant={state === 'done' ? 'success' : state === 'current' ? 'info' : 'pending'}
            isCurrent={state === 'current'}
            aria-label={t(`state.${state}`)}
          >
            {t(`step.${step}`)}
          </ProgressStep>
        );
      })}
    </ProgressStepper>
  );
}
