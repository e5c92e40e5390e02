import { Icon } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Time } from '@/components/formats';

/** The consent that is in force, in a line. */
export function ConsentSummary({ consent }: { consent: Schemas['Consent'] }) {
  const { t } = useTranslation('enroll');
  return (
    <div className="janua-enroll-faint">
      <Icon status="success" isInline>
        <CheckCircleIcon />
      </Icon>{' '}
      {t('consent.inForce', {
        version: consent.textVersion,
        channel: t(`consent.channels.${consent.channel}`),
      })}{' '}
      <Time at={consent.givenAt} dateOnly />
      {consent.signatureReference && ` · ${consent.signatureReference}`}
    </div>
  );
}
