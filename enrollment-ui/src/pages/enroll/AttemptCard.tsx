import { Button, Card, CardBody, Flex, Spinner } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/api/problem';
import { PictureFace } from '@/camera/PictureFace';
import { Refusal } from '@/camera/Refusal';
import { nameOf, type Person, type Place } from '@/pages/people/person';
import { type Attempt, type Change, duplicatesOf } from './attempts';
import type { Chosen } from './chosen';
import { DuplicateDecision } from './DuplicateDecision';
import { EnrolledFace } from './EnrolledFace';

const PIXELS = 128;

/** What became of one picture, and what can be done with it. */
export function AttemptCard({
  place,
  person,
  model,
  attempt,
  change,
  again,
  next,
  samePerson,
}: {
  place: Place;
  person: Person;
  model: string;
  attempt: Attempt;
  change: (change: Change) => void;
  /** Takes another picture; where a camera is the way. */
  again: (() => void) | undefined;
  /** Goes on to the next person; only of the last picture, when all is decided. */
  next: (() => void) | undefined;
  samePerson: (other: string, chosen: Chosen | undefined) => void;
}) {
  const { t } = useTranslation('enroll');
  const { state, pictures } = attempt;
  const duplicates = duplicatesOf(attempt);
  if (duplicates.length > 0) {
    return (
      <Card className="janua-enroll-attempt">
        <CardBody>
          <DuplicateDecision
            place={place}
            person={person}
            model={model}
            attempt={attempt}
            duplicates={duplicates}
            change={change}
            samePerson={samePerson}
          />
        </CardBody>
      </Card>
    );
  }
  return (
    <Card isCompact className="janua-enroll-attempt">
      <CardBody>
        <div className="janua-enroll-preview">
          <PictureFace
            picture={pictures.image}
            box={state.kind === 'enrolled' ? state.enrollment.face.box : attempt.face?.box}
            alt={attempt.file ?? t('preview.picture', { name: nameOf(person) })}
            size={PIXELS}
          />
          <div className="janua-enroll-beside">
            {attempt.file && <div className="janua-enroll-faint">{attempt.file}</div>}
            <div role="status">
              {state.kind === 'waiting' && t('result.waiting')}
              {state.kind === 'sending' && (
                <>
                  <Spinner size="md" aria-label={t('result.sending')} /> {t('result.sending')}
                </>
              )}
              {state.kind === 'takenBack' && t('result.takenBack')}
              {state.kind === 'enrolled' && (
                <EnrolledFace person={person} enrollment={state.enrollment} distinct={attempt.distinctFrom} />
              )}
            </div>
            {state.kind === 'refused' && <Refusal problem={state.problem} />}
            <Flex className="janua-gap-above">
              {state.kind === 'enrolled' && next && (
                // The next in the queue waits: Enter calls them.
                // eslint-disable-next-line jsx-a11y/no-autofocus
                <Button autoFocus onClick={next}>
                  {t('result.next')}
                </Button>
              )}
              {state.kind === 'refused' && state.problem instanceof ApiProblem && state.problem.passing && (
                <Button onClick={() => change({ kind: 'repeat', id: attempt.id })}>{t('result.sendAgain')}</Button>
              )}
              {again && (state.kind === 'refused' || state.kind === 'enrolled' || state.kind === 'takenBack') && (
                <Button variant={state.kind === 'refused' ? 'primary' : 'secondary'} onClick={again}>
                  {t(state.kind === 'refused' ? 'result.takeAgain' : 'result.another')}
                </Button>
              )}
            </Flex>
          </div>
        </div>
      </CardBody>
    </Card>
  );
}
