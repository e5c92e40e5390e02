import { Button, Checkbox, Form, TextInput } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ok } from '@/api/client';
import { Failure } from '@/components/Failure';
import { Field } from '@/components/Field';
import { Loading } from '@/components/Loading';
import { fromLocalInput, toLocalInput } from '@/components/localTime';
import { PersonChooser } from '@/pages/recognise/PersonChooser';
import { ACCESS } from '../access-api';
import type { AccessPoint } from '../types';
import { ExplanationView } from './ExplanationView';
import { questionOf, toAddress } from './question';

/** Would somebody get through, and what decides about it? Asking changes and records nothing. */
export function WhyTab({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const [address, setAddress] = useSearchParams();
  const question = questionOf(address);
  const [subject, setSubject] = useState(question?.subject);
  const [at, setAt] = useState(toLocalInput(question?.at));
  const [card, setCard] = useState(question?.card ?? false);
  const [pin, setPin] = useState(question?.pin ?? false);
  const [sent, setSent] = useState(false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (subject) {
      const wanted = { subject, at: fromLocalInput(at), card, pin };
      setAddress(toAddress(address, wanted));
      void answer.refetch();
    }
  };
  const answer = useQuery({
    queryKey: [ACCESS, 'explanation', point.name, question],
    queryFn: () =>
      ok(
        api.POST('/v1/access/points/{point}/explanations', {
          params: { path: { point: point.name } },
          body: question!,
        }),
      ),
    enabled: question !== undefined,
  });
  return (
    <div className="janua-why">
      <Form onSubmit={ask} noValidate className="janua-why-form">
        <p>{t('why.help')}</p>
        <Field
          id="why-subject"
          label={t('column.person')}
          isRequired
          error={sent && !subject ? t('why.personMissing') : undefined}
        >
          <PersonChooser gallery={point.gallery} chosen={subject} choose={setSubject} />
        </Field>
        <Field id="why-at" label={t('why.at')} help={t('why.atHelp')}>
          <TextInput
            id="why-at"
            type="datetime-local"
            value={at}
            onChange={(_, value) => setAt(value)}
            aria-describedby="why-at-help"
          />
        </Field>
        <fieldset className="janua-options">
          <legend>{t('why.shows')}</legend>
          <Checkbox id="why-card" label={t('why.card')} isChecked={card} onChange={(_, on) => setCard(on)} />
          <Checkbox id="why-pin" label={t('why.pin')} isChecked={pin} onChange={(_, on) => setPin(on)} />
        </fieldset>
        <div>
          <Button type="submit" isLoading={answer.isFetching} isDisabled={answer.isFetching}>
            {t('why.ask')}
          </Button>
        </div>
      </Form>
      <div aria-live="polite">
        {question &&
          (answer.data ? (
            <ExplanationView explanation={answer.data} subject={question.subject} />
          ) : answer.isError ? (
            <Failure problem={answer.error} />
          ) : (
            <Loading />
          ))}
      </div>
    </div>
  );
}
