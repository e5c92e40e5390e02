import { Button, Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Time } from '@/components/formats';
import { StepTitle } from './StepTitle';

/** Who invites to what. */
export function Welcome({ about, begin }: { about: Schemas['SelfEnrollment']; begin: () => void }) {
  const { t } = useTranslation('selfenroll');
  return (
    <>
      <StepTitle>
        {about.subjectName ? t('welcome.title', { name: about.subjectName }) : t('welcome.titleNobody')}
      </StepTitle>
      <Content component="p">{t('welcome.help')}</Content>
      {about.purpose && (
        <Content component="p">
          <strong>{t('welcome.purpose')}</strong> {about.purpose}
        </Content>
      )}
      <Content component="ul">
        {about.consentRequired && !about.consentGiven && <li>{t('welcome.willRead')}</li>}
        <li>{t(about.challenge ? 'welcome.willTurn' : 'welcome.willLook')}</li>
        <li>{t('welcome.minutes')}</li>
      </Content>
      {about.subjectName && <Content component="p">{t('welcome.notYou', { name: about.subjectName })}</Content>}
      <Button size="lg" isBlock onClick={begin}>
        {t('welcome.begin')}
      </Button>
      <Content component="small">
        {t('welcome.until')} <Time at={about.expiresAt} />
      </Content>
    </>
  );
}
