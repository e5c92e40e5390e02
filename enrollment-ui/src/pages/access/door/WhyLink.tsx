import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/LinkButton';
import { doorPath } from '../paths';
import type { AccessDecision } from '../types';

/** To the chain of rules, for somebody who was known and refused. */
export function WhyLink({ decision }: { decision: AccessDecision }) {
  const { t } = useTranslation('access');
  if (!decision.subject || decision.outcome === 'granted') {
    return null;
  }
  const query = { tab: 'why', subject: decision.subject, at: decision.decidedAt };
  return (
    <LinkButton to={doorPath(decision.point, query)} variant="secondary" className="janua-gap-above">
      {t('detail.explain')}
    </LinkButton>
  );
}
