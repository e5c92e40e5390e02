import { Content, Icon } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import { useTranslation } from 'react-i18next';
import { StepTitle } from './StepTitle';

export function Done({ consented }: { consented: boolean }) {
  const { t } = useTranslation('selfenroll');
  return (
    <div className="janua-applicant-done">
      <Icon status="success" size="3xl">
        <CheckCircleIcon />
      </Icon>
      <StepTitle>{t('done.title')}</StepTitle>
      <Content component="p">{t('done.help')}</Content>
      {consented && <Content component="p">{t('done.rights')}</Content>}
    </div>
  );
}
