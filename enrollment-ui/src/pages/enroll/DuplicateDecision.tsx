import { Button, Content, Flex, Title } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { PictureFace } from '@/camera/PictureFace';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { nameOf, type Person, type Place, usePersonChanged } from '@/pages/people/person';
import type { Attempt, Change } from './attempts';
import type { Chosen } from './chosen';
import { COMPARED_PIXELS } from './compared';
import { DuplicateCandidate } from './DuplicateCandidate';
import { useFaceBox } from './useFaceBox';

/** Two pictures beside each other, and the question that only a person can answer. Nothing is chosen beforehand. */
export function DuplicateDecision({
  place,
  person,
  model,
  attempt,
  duplicates,
  change,
  samePerson,
}: {
  place: Place;
  person: Person;
  model: string;
  attempt: Attempt;
  duplicates: Schemas['Duplicate'][];
  change: (change: Change) => void;
  samePerson: (other: string, chosen: Chosen | undefined) => void;
}) {
  const { t } = useTranslation('enroll');
  const may = useMay();
  const changed = usePersonChanged(place);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { state, pictures, face, challenge } = attempt;
  const enrolled = state.kind === 'enrolled' ? state.enrollment : undefined;
  const box = useFaceBox(pictures.image, enrolled?.face.box ?? attempt.face?.box);
  const takeBack = useOneAtATime({
    mutationFn: async (face: string) => {
      await ok(
        api.DELETE('/v1/galleries/{gallery}/subjects/{subject}/faces/{face}', {
          params: { path: { ...place, face } },
        }),
      );
      await changed();
    },
    onSuccess: () => change({ kind: 'takenBack', id: attempt.id }),
  });
  const same = (other: string) => {
    if (enrolled) {
      takeBack.mutate(enrolled.id, { onSuccess: () => samePerson(other, undefined) });
    } else {
      samePerson(other, { pictures, ...(face ? { face } : {}), ...(challenge ? { challenge } : {}) });
    }
  };
  const different = () =>
    enrolled
      ? change({ kind: 'keep', id: attempt.id })
      : change({ kind: 'repeat', id: attempt.id, distinctFrom: duplicates.map(({ subject }) => subject) });
  return (
    <section aria-labelledby={`compare-${attempt.id}`}>
      <Title headingLevel="h3" size="md" id={`compare-${attempt.id}`} ref={heading} tabIndex={-1}>
        {t('duplicate.title', { count: duplicates.length })}
      </Title>
      <Content component="p">{t(enrolled ? 'duplicate.warnHelp' : 'duplicate.refuseHelp')}</Content>
      <div className="janua-enroll-compare">
        <figure className="janua-enroll-compared">
          <PictureFace picture={pictures.image} box={box} alt={t('duplicate.newPicture')} size={COMPARED_PIXELS} />
          <figcaption>
            <strong>{t('duplicate.newPicture')}</strong>
            <div>{nameOf(person)}</div>
          </figcaption>
        </figure>
        {duplicates.map((duplicate) => (
          <DuplicateCandidate key={duplicate.subject} gallery={place.gallery} model={model} duplicate={duplicate}>
            {(!enrolled || may('subjects.write')) && (
              <Button variant="secondary" isDisabled={takeBack.isPending} onClick={() => same(duplicate.subject)}>
                {t('duplicate.same', { name: duplicate.name ?? duplicate.subject })}
              </Button>
            )}
          </DuplicateCandidate>
        ))}
      </div>
      {takeBack.isError && <ProblemAlert problem={takeBack.error} />}
      {!may('subjects.write') && (
        <Notice isPlain variant="info" title={t(enrolled ? 'duplicate.askSomebody' : 'duplicate.askWhoMayDecide')} />
      )}
      {(enrolled || may('subjects.write')) && (
        <Flex className="janua-gap-above">
          <Button variant="secondary" isDisabled={takeBack.isPending} onClick={different}>
            {t('duplicate.different', { count: duplicates.length })}
          </Button>
        </Flex>
      )}
      <Content component="small">{t(enrolled ? 'duplicate.warnEffect' : 'duplicate.refuseEffect')}</Content>
    </section>
  );
}
