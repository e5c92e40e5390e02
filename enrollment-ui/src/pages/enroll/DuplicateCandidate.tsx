import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { FaceImage } from '@/components/FaceImage';
import { useFormats } from '@/components/formats';
import { calibrationOf, fmrAt, measured } from '@/pages/operating-point/operating';
import { personPath } from '@/pages/people/paths';
import { usePerson } from '@/pages/people/person';
import { COMPARED_PIXELS } from './compared';

/** Somebody who seems to have the new face already. */
export function DuplicateCandidate({
  gallery,
  model,
  duplicate,
  children,
}: {
  gallery: string;
  model: string;
  duplicate: Schemas['Duplicate'];
  children: ReactNode;
}) {
  const { t } = useTranslation('enroll');
  const { score } = useFormats();
  const meaning = useMeaning(model, duplicate.score);
  const person = usePerson({ gallery, subject: duplicate.subject }, useMay()('subjects.read'));
  const name = duplicate.name ?? duplicate.subject;
  return (
    <figure className="janua-enroll-compared">
      <FaceImage
        gallery={gallery}
        subject={duplicate.subject}
        face={person.data?.portrait}
        name={name}
        size={COMPARED_PIXELS}
      />
      <figcaption>
        <Link to={personPath(gallery, duplicate.subject)} target="_blank">
          <strong>{name}</strong>
        </Link>
        {duplicate.name && <div className="janua-enroll-faint">{duplicate.subject}</div>}
        {person.data && !person.data.portrait && <div>{t('duplicate.noPicture')}</div>}
        <div>{t('duplicate.score', { score: score(duplicate.score) })}</div>
        {meaning && <div className="janua-enroll-faint">{meaning}</div>}
        <div className="janua-gap-above">{children}</div>
      </figcaption>
    </figure>
  );
}

/** How often a stranger would look this much alike. */
function useMeaning(model: string, score: number): string | undefined {
  const { t } = useTranslation('enroll');
  const { oneIn } = useFormats();
  const { data } = useQuery({
    queryKey: ['models', model],
    queryFn: () => ok(api.GET('/v1/models/{model}', { params: { path: { model } } })),
    enabled: useMay()('models.read'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const calibration = calibrationOf(data);
  if (!calibration) {
    return undefined;
  }
  const rate = fmrAt(calibration, score);
  // Beyond what was measured nobody knows more than "at most".
  return measured(calibration, rate)
    ? t('duplicate.once', { times: oneIn(rate) })
    : t('duplicate.atMostOnce', { times: oneIn(calibration.at(-1)!.fmr) });
}
