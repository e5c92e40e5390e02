import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { type Person, personKey, usePerson } from '@/pages/people/person';
import type { Chosen } from './chosen';
import { ChosenPerson } from './ChosenPerson';
import { ConsentStep, OptionalConsent } from './ConsentStep';
import { ConsentSummary } from './ConsentSummary';
import { FlowSteps } from './FlowSteps';
import { PictureStep } from './PictureStep';
import { StepCard } from './StepCard';
import { useConsent } from './useConsent';
import { WhoStep } from './WhoStep';

type Step = 'who' | 'consent' | 'picture' | 'result';

/** What is to be done next stands open; what is done folds to a line that can be changed. */
export function EnrollFlow({
  gallery,
  subject,
  view,
  carried,
  goesOn,
  choose,
  changeView,
  samePerson,
}: {
  gallery: Schemas['Gallery'];
  subject: string | undefined;
  view: 'camera' | 'upload';
  carried: Chosen | undefined;
  /** Somebody was enrolled before: whoever works here types the next name. */
  goesOn: boolean;
  choose: (subject: string | undefined) => void;
  changeView: (view: 'camera' | 'upload') => void;
  samePerson: (other: string, chosen: Chosen | undefined, from: Person | undefined) => void;
}) {
  const { t } = useTranslation('enroll');
  const queries = useQueryClient();
  const place = { gallery: gallery.name, subject: subject ?? '' };
  const person = usePerson(place, subject !== undefined);
  const consent = useConsent(place, subject !== undefined);
  const [done, setDone] = useState(false);
  if (subject === undefined) {
    return (
      <>
        <FlowSteps current="who" />
        <StepCard step="who" title={t('step.who')} focused={false}>
          <WhoStep gallery={gallery.name} focused={goesOn} choose={choose} />
        </StepCard>
      </>
    );
  }
  // What is there already stays when a later look at it fails.
  const failed = [person, consent].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <>
        <Failure problem={failed.error} retry={() => void failed.refetch()} />
        <StepCard step="who" title={t('step.who')} focused={false}>
          <WhoStep gallery={gallery.name} focused={goesOn} choose={choose} />
        </StepCard>
      </>
    );
  }
  if (!person.data || consent.data === undefined) {
    return <Loading />;
  }
  const inForce = consent.data;
  const optional = gallery.policy.consent === 'optional';
  const step: Step = done ? 'result' : inForce || optional ? 'picture' : 'consent';
  return (
    <>
      <FlowSteps current={step} />
      <ChosenPerson gallery={gallery.name} person={person.data} change={() => choose(undefined)}>
        {inForce && <ConsentSummary consent={inForce} />}
        {!inForce && optional && <OptionalConsent place={place} policy={gallery.policy} />}
      </ChosenPerson>
      {step === 'consent' ? (
        <StepCard step="consent" title={t('step.consent')} focused>
          <ConsentStep place={place} policy={gallery.policy} />
        </StepCard>
      ) : (
        <StepCard step="picture" title={t('step.picture')} focused>
          <PictureStep
            place={place}
            person={person.data}
            policy={gallery.policy}
            model={gallery.model}
            view={view}
            carried={carried}
            changeView={changeView}
            onEnrolled={setDone}
            next={() => choose(undefined)}
            samePerson={(other, chosen) => {
              // As it is now: a picture may just have been taken back.
              const now = queries.getQueryData<Person>(personKey(place));
              samePerson(other, chosen, now?.faces === 0 ? now : undefined);
            }}
          />
        </StepCard>
      )}
    </>
  );
}
