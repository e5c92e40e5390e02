import { Skeleton } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { IdentifyAnswer } from './IdentifyAnswer';
import { useAnswer } from './recognition-api';
import { Refused } from './Refused';
import type { Try } from './tries';
import { useOutcomeText } from './useOutcomeText';
import { VerifyAnswer } from './VerifyAnswer';

/** What the service says to a try; the outcome is said aloud when it comes. */
export function AnswerOf(props: { gallery: string; asked: Try }) {
  const outcome = useOutcomeText(props.gallery, props.asked);
  return (
    <>
      <span className="pf-v6-screen-reader" role="status">
        {outcome}
      </span>
      <Details {...props} />
    </>
  );
}

function Details({ gallery, asked }: { gallery: string; asked: Try }) {
  const { t } = useTranslation('recognise');
  const answer = useAnswer(gallery, asked);
  if (answer.isError) {
    return <Refused problem={answer.error} again={() => void answer.refetch()} />;
  }
  if (!answer.data) {
    return <Skeleton height="20rem" screenreaderText={t('answer.waiting')} />;
  }
  return answer.data.mode === 'identify' ? (
    <IdentifyAnswer gallery={gallery} identification={answer.data.identification} image={asked.picture.image} />
  ) : (
    <VerifyAnswer gallery={gallery} subject={asked.question.subject!} verification={answer.data.verification} />
  );
}
