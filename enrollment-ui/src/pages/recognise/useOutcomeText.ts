import { useTranslation } from 'react-i18next';
import { outcomeOf } from './answerTone';
import { useAnswer } from './recognition-api';
import type { Try } from './tries';

/** The outcome in a word or a name; undefined while it is awaited. */
export function useOutcomeText(gallery: string, tried: Try): string | undefined {
  const { t } = useTranslation('recognise');
  const { data: answer, isError } = useAnswer(gallery, tried);
  if (!answer) {
    return isError ? t('tries.outcome.refused') : undefined;
  }
  const outcome = outcomeOf(answer);
  if (answer.mode === 'identify' && outcome === 'identified') {
    const [best] = answer.identification.candidates;
    return best?.name ?? best?.subject;
  }
  return t(`tries.outcome.${outcome}`);
}
