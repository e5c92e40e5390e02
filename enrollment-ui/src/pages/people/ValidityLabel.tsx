import { Label } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Time } from '@/components/formats';
import { validityOf } from './validity';

/** From when until when somebody is recognised; it stands out when that is not now. */
export function ValidityLabel({ subject }: { subject: Schemas['Subject'] }) {
  const { t } = useTranslation('people');
  const [now] = useState(() => Date.now());
  const validity = validityOf(subject, now);
  switch (validity) {
    case 'always':
      return <>{t('validity.always')}</>;
    case 'valid':
      return subject.validUntil ? (
        <>
          {t('validity.until')} <Time at={subject.validUntil} dateOnly />
        </>
      ) : (
        <>
          {t('validity.since')} <Time at={subject.validFrom} dateOnly />
        </>
      );
    case 'endsSoon':
    case 'ended':
    case 'notBegun':
      return (
        <Label isCompact status="warning">
          {t(`validity.${validity}`)}{' '}
          <Time at={validity === 'notBegun' ? subject.validFrom : subject.validUntil} dateOnly />
        </Label>
      );
  }
}
