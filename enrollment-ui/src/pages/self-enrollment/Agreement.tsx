import { Button, Checkbox, Content } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { looksAnew } from './flow';
import { StepTitle } from './StepTitle';

/** The text, and a box that nobody ticks but the person. */
export function Agreement({
  about,
  refused,
  onRefused,
  onAgreed,
}: {
  about: Schemas['SelfEnrollment'];
  /** Why the person is here once more. */
  refused: unknown;
  onRefused: (problem: unknown) => void;
  onAgreed: () => Promise<unknown>;
}) {
  const { t } = useTranslation('selfenroll');
  const [ticked, setTicked] = useState(false);
  const [sent, setSent] = useState(false);
  const agree = useOneAtATime({
    mutationFn: (textVersion: string) => ok(api.POST('/v1/self-enrollment/consent', { body: { textVersion } })),
    onSuccess: onAgreed,
    onError: onRefused,
  });
  if (!about.consentText || !about.consentTextVersion) {
    return (
      <>
        <StepTitle>{t('consent.title')}</StepTitle>
        <Notice variant="warning" title={t('consent.noText')}>
          {t('askThem')}
        </Notice>
      </>
    );
  }
  const version = about.consentTextVersion;
  const missing = sent && !ticked;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (ticked && !agree.isPending && !agree.isSuccess) agree.mutate(version);
  };
  return (
    <form onSubmit={submit} className="janua-applicant-form">
      <StepTitle>{t('consent.title')}</StepTitle>
      {looksAnew(refused) && (
        <div role="alert">
          <ProblemAlert problem={refused} variant="warning" />
        </div>
      )}
      <div className="janua-applicant-text">{about.consentText}</div>
      <Content component="small">{t('consent.version', { version })}</Content>
      <Checkbox
        id="agree"
        className="janua-applicant-check"
        label={t('consent.agree')}
        isChecked={ticked}
        isValid={!missing}
        aria-describedby={missing ? 'agree-missing' : undefined}
        onChange={(_, checked) => setTicked(checked)}
      />
      <div role="alert" id="agree-missing">
        {missing && <Notice isPlain variant="warning" title={t('consent.missing')} />}
      </div>
      {agree.isError && !looksAnew(agree.error) && <ProblemAlert problem={agree.error} />}
      <Button type="submit" size="lg" isBlock isLoading={agree.isPending} isDisabled={agree.isPending}>
        {t('consent.goOn')}
      </Button>
      <Content component="small">{t('consent.decline')}</Content>
    </form>
  );
}
