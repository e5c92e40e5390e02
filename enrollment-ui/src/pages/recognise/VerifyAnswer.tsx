import { Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { CandidateFace } from './CandidateFace';
import { PersonLink } from './PersonLink';
import { ScoreOfTwo } from './ScoreOfTwo';
import { useKnownPerson } from './useKnownPerson';
import { Verdict } from './Verdict';

const TONES = { match: 'match', no_match: 'nobody', spoof: 'spoof' } as const;

/** Whether it is the person whom somebody claims to be. */
export function VerifyAnswer({
  gallery,
  subject,
  verification,
}: {
  gallery: string;
  subject: string;
  verification: Schemas['Verification'];
}) {
  const { t } = useTranslation('recognise');
  const { outcome } = verification;
  const name = useKnownPerson({ gallery, subject })?.name ?? subject;
  return (
    <>
      <Verdict
        tone={TONES[outcome]}
        title={t(`verify.${outcome}`)}
        face={
          outcome === 'spoof' ? undefined : <CandidateFace gallery={gallery} subject={subject} name={name} size={96} />
        }
      >
        <Content component="p">
          {outcome === 'spoof' ? (
            t('spoof.help')
          ) : (
            <>
              {t('verify.claim')} <PersonLink gallery={gallery} subject={subject} name={name} />
            </>
          )}
        </Content>
      </Verdict>
      <ScoreOfTwo verification={verification} />
      <Content component="small">{t('answer.recorded')}</Content>
    </>
  );
}
