import { Content, Icon } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { useTranslation } from 'react-i18next';
import type { End } from './flow';
import { StepTitle } from './StepTitle';

/** Why the link leads nowhere (any more), and what to do. */
export function EndPage({ end }: { end: End }) {
  const { t } = useTranslation('selfenroll');
  const good = end === 'used';
  return (
    <div className="janua-applicant-done">
      <Icon status={good ? 'success' : 'warning'} size="3xl">
        {good ? <CheckCircleIcon /> : <ExclamationTriangleIcon />}
      </Icon>
      <StepTitle>{t(`end.${end}.title`)}</StepTitle>
      <Content component="p">{t(`end.${end}.help`)}</Content>
    </div>
  );
}
