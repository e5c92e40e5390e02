import { Content, ExpandableSection } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { Notice } from '@/components/Notice';
import type { Place } from '@/pages/people/person';
import { ConsentForm } from './ConsentForm';

/** Without a consent no face is kept, unless the gallery rests on another ground. */
export function ConsentStep({ place, policy }: { place: Place; policy: Schemas['GalleryPolicy'] }) {
  const { t } = useTranslation('enroll');
  if (!useMay()('consents.write')) {
    return (
      <Notice variant="warning" title={t('consent.missing')}>
        {t('consent.askSomebody')}
      </Notice>
    );
  }
  return (
    <>
      {policy.purpose && (
        <Content component="p">
          <strong>{t('consent.purpose')}</strong> {policy.purpose}
        </Content>
      )}
      {policy.consentText ? (
        // A long text scrolls, for which the keyboard has to reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <blockquote className="janua-enroll-consent-text" tabIndex={0}>
          {policy.consentText}
        </blockquote>
      ) : (
        <Content component="p">{t('consent.noText')}</Content>
      )}
      <ConsentForm place={place} policy={policy} />
    </>
  );
}

/** Where nobody has to be asked, a consent may be recorded all the same. */
export function OptionalConsent({ place, policy }: { place: Place; policy: Schemas['GalleryPolicy'] }) {
  const { t } = useTranslation('enroll');
  const may = useMay()('consents.write');
  const [recording, setRecording] = useState(false);
  return (
    <>
      <div className="janua-enroll-faint">{t('consent.optional')}</div>
      {may && (
        <ExpandableSection
          toggleText={t('consent.recordAnyway')}
          isExpanded={recording}
          onToggle={(_, expanded) => setRecording(expanded)}
        >
          {recording && <ConsentStep place={place} policy={policy} />}
        </ExpandableSection>
      )}
    </>
  );
}
