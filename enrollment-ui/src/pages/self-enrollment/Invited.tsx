import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { EvaluationOnly } from '@/layout/EvaluationOnly';
import { Agreement } from './Agreement';
import { Done } from './Done';
import { EndPage } from './EndPage';
import { endOf, looksAnew, stepOf, STEPS } from './flow';
import { OwnPicture } from './OwnPicture';
import { Welcome } from './Welcome';

const ASK_AGAIN_MS = 3000;

/** Four steps, of which each can be left and come back to: what was done stays done. */
export function Invited() {
  const { t } = useTranslation('selfenroll');
  const about = useQuery({
    queryKey: ['self-enrollment'],
    queryFn: () => ok(api.GET('/v1/self-enrollment')),
    retry: false,
    refetchInterval: ({ state: { error } }) => (error instanceof ApiProblem && error.passing ? ASK_AGAIN_MS : false),
  });
  const [began, setBegan] = useState(false);
  const [enrolled, setEnrolled] = useState(false);
  /** Refused by what was changed in the meantime, of which the person should know. */
  const [refused, setRefused] = useState<unknown>();
  if (enrolled) {
    return <Done consented={about.data?.consentGiven ?? false} />;
  }
  const end = endOf(about.error) ?? endOf(refused);
  if (end) {
    return <EndPage end={end} />;
  }
  if (!about.data) {
    return about.isError ? <Failure problem={about.error} retry={() => void about.refetch()} /> : <Loading />;
  }
  const step = stepOf(about.data, began, enrolled);
  const onRefused = (problem: unknown) => {
    if (endOf(problem) || looksAnew(problem)) {
      setRefused(problem);
      void about.refetch();
    }
  };
  return (
    <>
      <p className="janua-applicant-step">
        {t('step', { step: STEPS.indexOf(step) + 1, of: STEPS.length, name: t(`steps.${step}`) })}
      </p>
      {about.data.evaluationOnly && <EvaluationOnly className="janua-applicant-step" />}
      {step === 'welcome' && <Welcome about={about.data} begin={() => setBegan(true)} />}
      {step === 'consent' && (
        <Agreement
          // Another text has to be agreed to anew.
          key={about.data.consentTextVersion}
          about={about.data}
          refused={refused}
          onRefused={onRefused}
          onAgreed={() => {
            setRefused(undefined);
            return about.refetch();
          }}
        />
      )}
      {step === 'picture' && (
        <OwnPicture challenge={about.data.challenge} onRefused={onRefused} onEnrolled={() => setEnrolled(true)} />
      )}
    </>
  );
}
