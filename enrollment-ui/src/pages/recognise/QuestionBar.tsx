import { FormSelect, FormSelectOption, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { useFormats } from '@/components/formats';
import { formatRate, parseRate, POWERS, sameRate } from '@/pages/operating-point/rates';
import { PersonChooser } from './PersonChooser';
import type { Mode, Question } from './question';

const MODES: Mode[] = ['identify', 'verify'];

/** What is asked of the next picture, and of the one that is shown. */
export function QuestionBar({
  gallery,
  question,
  ask,
}: {
  gallery: Schemas['Gallery'];
  question: Question;
  ask: (question: Question) => void;
}) {
  const { t } = useTranslation('recognise');
  const { oneIn } = useFormats();
  const may = useMay();
  const { mode, rate, subject } = question;
  const own = mode === 'identify' ? gallery.policy.fpir : gallery.policy.fmr;
  const rates = rate && !POWERS.some((each) => sameRate(each, rate)) ? [...POWERS, rate] : POWERS;
  return (
    <div className="janua-question">
      {may('verify') && (
        <ToggleGroup aria-label={t('question.label')}>
          {MODES.map((each) => (
            <ToggleGroupItem
              key={each}
              text={t(`question.${each}`)}
              buttonId={`ask-${each}`}
              isSelected={mode === each}
              // An error rate of one question means nothing for the other.
              onChange={() => each !== mode && ask({ mode: each })}
            />
          ))}
        </ToggleGroup>
      )}
      {mode === 'verify' && (
        <PersonChooser
          gallery={gallery.name}
          chosen={subject}
          choose={(person) => ask({ ...question, subject: person })}
        />
      )}
      <div className="janua-question-rate">
        <label htmlFor="rate-of-try">{t(`question.rate.${mode}`)}</label>
        <FormSelect
          id="rate-of-try"
          value={rate ? formatRate(rate) : ''}
          onChange={(_, value) => ask({ ...question, rate: parseRate(value) })}
        >
          <FormSelectOption value="" label={t('question.own', { n: oneIn(own) })} />
          {rates.map((each) => (
            <FormSelectOption key={each} value={formatRate(each)} label={t('common:rate.oneIn', { n: oneIn(each) })} />
          ))}
        </FormSelect>
      </div>
    </div>
  );
}
