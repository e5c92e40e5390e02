import './recognise.css';
import { Content, Grid, GridItem } from '@patternfly/react-core';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { PageBody } from '@/components/PageBody';
import { useGallery } from '@/layout/galleries';
import { AnswerOf } from './AnswerOf';
import { PictureDrop } from './PictureDrop';
import { ProbePicture } from './ProbePicture';
import { type Question, isComplete, questionOf, toAddress } from './question';
import { QuestionBar } from './QuestionBar';
import { useForgetting } from './recognition-api';
import { NO_TRIES, tries } from './tries';
import { TriedPicture } from './TriedPicture';
import { TryHistory } from './TryHistory';
import { usePastedPicture } from './usePastedPicture';

export default function Recognise() {
  const gallery = useGallery();
  if (!gallery.data) {
    return gallery.isError ? <Failure problem={gallery.error} retry={() => void gallery.refetch()} /> : <Loading />;
  }
  return <Recognition key={gallery.data.name} gallery={gallery.data} />;
}

function Recognition({ gallery }: { gallery: Schemas['Gallery'] }) {
  const { t } = useTranslation('recognise');
  const [address, setAddress] = useSearchParams();
  const question = questionOf(address);
  const [all, dispatch] = useReducer(tries, NO_TRIES);
  // Brought before the question was complete.
  const [waiting, setWaiting] = useState<Blob>();
  useForgetting();
  const bring = (image: Blob) => {
    if (isComplete(question)) {
      dispatch({ do: 'bring', image, question });
    } else {
      setWaiting(image);
    }
  };
  const ask = (next: Question) => {
    setAddress(toAddress(next), { replace: true });
    if (!isComplete(next)) {
      return;
    }
    if (waiting) {
      dispatch({ do: 'bring', image: waiting, question: next });
      setWaiting(undefined);
    } else {
      dispatch({ do: 'ask', question: next });
    }
  };
  usePastedPicture(bring);
  const { shown } = all;
  // While the question lacks its person, the answer to the one before would only mislead.
  const answered = waiting || !isComplete(question) ? undefined : shown;
  return (
    <PageBody title={t('title')} description={t('description', { gallery: gallery.name })}>
      <QuestionBar gallery={gallery} question={question} ask={ask} />
      <Grid hasGutter>
        <GridItem lg={5}>
          <PictureDrop label={t('picture.label')} choose={bring}>
            {waiting ? (
              <ProbePicture
                image={waiting}
                alt={t('picture.alt')}
                counting={undefined}
                faces={undefined}
                tone="plain"
              />
            ) : (
              shown && <TriedPicture gallery={gallery.name} tried={shown} />
            )}
          </PictureDrop>
        </GridItem>
        <GridItem lg={7} className="janua-answer">
          <section aria-label={t('answer.label')}>
            {answered ? (
              <AnswerOf key={answered.id} gallery={gallery.name} asked={answered} />
            ) : (
              <Content component="p" className="janua-answer-none">
                {t(isComplete(question) ? 'answer.none' : 'answer.needsPerson')}
              </Content>
            )}
          </section>
        </GridItem>
      </Grid>
      {all.all.length > 0 && (
        <TryHistory
          gallery={gallery.name}
          tries={all}
          show={(tried) => {
            dispatch({ do: 'show', id: tried.id });
            setAddress(toAddress(tried.question), { replace: true });
          }}
          clear={() => dispatch({ do: 'clear' })}
        />
      )}
    </PageBody>
  );
}
