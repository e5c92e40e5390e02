import { useTranslation } from 'react-i18next';
import { outcomeOf, toneOf } from './answerTone';
import { ProbePicture } from './ProbePicture';
import { useAnswer, useFaces } from './recognition-api';
import type { Try } from './tries';

/** The picture of a try, its frames coloured by the answer. */
export function TriedPicture({ gallery, tried }: { gallery: string; tried: Try }) {
  const { t } = useTranslation('recognise');
  const { data: answer, isError } = useAnswer(gallery, tried);
  const faces = useFaces(`${gallery} ${tried.picture.id}`, tried.picture.image).data?.faces;
  const { face } = answer ? (answer.mode === 'identify' ? answer.identification : answer.verification) : {};
  return (
    <ProbePicture
      key={tried.picture.id}
      image={tried.picture.image}
      alt={t('picture.alt')}
      counting={face}
      faces={faces}
      tone={toneOf(answer ? outcomeOf(answer) : isError ? 'refused' : undefined)}
    />
  );
}
