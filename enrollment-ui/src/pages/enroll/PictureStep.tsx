import { Button, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import UploadIcon from '@patternfly/react-icons/dist/esm/icons/upload-icon';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Notice } from '@/components/Notice';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { nameOf, type Person, type Place } from '@/pages/people/person';
import { AttemptCard } from './AttemptCard';
import { type Attempt, duplicatesOf, inSight, isUnderWay } from './attempts';
import { CameraCapture } from './CameraCapture';
import { attemptOf, attemptOfFile, type Chosen } from './chosen';
import { Preview } from './Preview';
import { UploadArea } from './UploadArea';
import { useAttempts } from './useAttempts';

/** Takes or chooses pictures of one person, and shows what became of each. */
export function PictureStep({
  place,
  person,
  policy,
  model,
  view,
  carried,
  changeView,
  onEnrolled,
  next,
  samePerson,
}: {
  place: Place;
  person: Person;
  policy: Schemas['GalleryPolicy'];
  model: string;
  view: 'camera' | 'upload';
  carried: Chosen | undefined;
  changeView: (view: 'camera' | 'upload') => void;
  onEnrolled: (done: boolean) => void;
  next: () => void;
  samePerson: (other: string, chosen: Chosen | undefined) => void;
}) {
  const { t } = useTranslation('enroll');
  const challenge = policy.challenge === 'always';
  const [chosen, setChosen] = useState(carried);
  /** The camera's last picture is looked at until somebody wants another one. */
  const [looking, setLooking] = useState(false);
  const [attempts, change] = useAttempts(place);
  const underWay = attempts.some(isUnderWay);
  const enrolled = attempts.some(({ state }) => state.kind === 'enrolled' && state.decided);
  const undecided = attempts.some((attempt) => duplicatesOf(attempt).length > 0);
  useEffect(() => onEnrolled(enrolled), [enrolled, onEnrolled]);
  const byCamera = challenge || view === 'camera';
  const goesOn = enrolled && !underWay && !undecided;
  const use = () => {
    if (chosen) {
      change({ kind: 'add', attempts: [attemptOf(chosen)] });
      setChosen(undefined);
      setLooking(true);
    }
  };
  const card = (attempt: Attempt, isLast: boolean) => (
    <AttemptCard
      key={attempt.id}
      place={place}
      person={person}
      model={model}
      attempt={attempt}
      change={change}
      again={isLast && byCamera ? () => setLooking(false) : undefined}
      next={isLast && byCamera && goesOn ? next : undefined}
      samePerson={samePerson}
    />
  );
  return (
    <>
      {challenge ? (
        <Notice isPlain variant="info" title={t('picture.challenge')} className="janua-enroll-note" />
      ) : (
        <ToggleGroup aria-label={t('picture.way')} className="janua-enroll-note">
          <ToggleGroupItem
            text={t('picture.camera')}
            icon={<CameraIcon />}
            isSelected={view === 'camera'}
            onChange={() => changeView('camera')}
          />
          <ToggleGroupItem
            text={t('picture.upload')}
            icon={<UploadIcon />}
            isSelected={view === 'upload'}
            onChange={() => changeView('upload')}
          />
        </ToggleGroup>
      )}
      {chosen && <Preview chosen={chosen} name={nameOf(person)} use={use} again={() => setChosen(undefined)} />}
      {!chosen && byCamera && !looking && (
        <CameraCapture
          gallery={place.gallery}
          challenge={challenge}
          liveness={policy.liveness === 'always'}
          upload={challenge ? undefined : () => changeView('upload')}
          onTaken={setChosen}
        />
      )}
      {!byCamera && !chosen && (
        <UploadArea choose={(files) => change({ kind: 'add', attempts: files.map(attemptOfFile) })} />
      )}
      {!byCamera && goesOn && (
        // The next in the queue waits: Enter calls them.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        <Button className="janua-gap-above" autoFocus onClick={next}>
          {t('result.next')}
        </Button>
      )}
      <ul className="janua-enroll-attempts" aria-label={t('attempts')}>
        {inSight(attempts).map((attempt) => (
          <li key={attempt.id}>{card(attempt, attempt === attempts.at(-1))}</li>
        ))}
      </ul>
      {underWay && (
        <UnsavedGuard
          unsaved
          texts={{
            title: t('leave.title'),
            help: t('leave.help'),
            stay: t('leave.stay'),
            leave: t('leave.leave'),
          }}
        />
      )}
    </>
  );
}
