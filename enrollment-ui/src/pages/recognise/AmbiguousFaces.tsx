import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { CandidateFace } from './CandidateFace';
import { CroppedFace } from './CroppedFace';
import { PersonLink } from './PersonLink';

/** The picture beside everybody whom it could show: here a person has to look. */
export function AmbiguousFaces({
  gallery,
  image,
  face,
  candidates,
}: {
  gallery: string;
  image: Blob;
  /** The one that was looked for. */
  face: Schemas['Face'];
  candidates: Schemas['Candidate'][];
}) {
  const { t } = useTranslation('recognise');
  const { score } = useFormats();
  return (
    <ul className="janua-side-by-side" aria-label={t('ambiguous.label')}>
      <li>
        <CroppedFace image={image} box={face.box} size={160} alt={t('picture.alt')} />
        <strong>{t('ambiguous.probe')}</strong>
      </li>
      {candidates
        .filter((candidate) => candidate.accepted)
        .map(({ subject, name = subject, score: reached }) => (
          <li key={subject}>
            <CandidateFace gallery={gallery} subject={subject} name={name} size={160} />
            <strong>
              <PersonLink gallery={gallery} subject={subject} name={name} />
            </strong>
            <span>{t('candidates.scoreOf', { score: score(reached) })}</span>
          </li>
        ))}
    </ul>
  );
}
