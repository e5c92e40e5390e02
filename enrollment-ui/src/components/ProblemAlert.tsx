import { AlertActionCloseButton, Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/api/problem';
import { Notice } from './Notice';

/**
 * A refusal as people can use it: what is wrong, what to do, and under which code and request the log has it. Known codes
 * are translated (namespace `problems`); the service's own English words stand in for the others.
 */
export function ProblemAlert({
  problem,
  variant = 'danger',
  onClose,
}: {
  problem: unknown;
  variant?: 'danger' | 'warning';
  onClose?: () => void;
}) {
  const { t, i18n } = useTranslation('problems');
  if (!(problem instanceof ApiProblem)) {
    return <Notice variant={variant} title={t('unexpected.title')} />;
  }
  const known = i18n.exists(`problems:${problem.code}.title`);
  const remedy = i18n.exists(`problems:${problem.code}.remedy`) ? t(`${problem.code}.remedy`) : problem.remedy;
  return (
    <Notice
      variant={variant}
      title={known ? t(`${problem.code}.title`) : problem.detail}
      {...(onClose ? { actionClose: <AlertActionCloseButton aria-label={t('common:close')} onClose={onClose} /> } : {})}
    >
      {known && i18n.language.startsWith('en') && problem.detail && <Content component="p">{problem.detail}</Content>}
      {remedy && <Content component="p">{remedy}</Content>}
      <Content component="small">
        {problem.code}
        {problem.requestId && ` · ${t('request')} ${problem.requestId}`}
      </Content>
    </Notice>
  );
}
