import { Content } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { AmbiguousFaces } from './AmbiguousFaces';
import { CandidateList } from './CandidateList';
import { IdentifyVerdict } from './IdentifyVerdict';
import { IdentifyRule } from './IdentifyRule';
import { ScoreScale } from './ScoreScale';

/** Who of a gallery it is, or that it is none of them, with everything that the answer rests on. */
export function IdentifyAnswer({
  gallery,
  identification,
  image,
}: {
  gallery: string;
  identification: Schemas['Identification'];
  image: Blob;
}) {
  const { t } = useTranslation('recognise');
  const { score } = useFormats();
  const [active, setActive] = useState<number>();
  const { outcome, candidates, threshold, model } = identification;
  if (outcome === 'spoof') {
    return <IdentifyVerdict gallery={gallery} identification={identification} />;
  }
  const marks = candidates.map((candidate, index) => ({ ...candidate, text: String(index + 1) }));
  return (
    <>
      <IdentifyVerdict gallery={gallery} identification={identification} />
      {outcome === 'ambiguous' && (
        <AmbiguousFaces gallery={gallery} image={image} face={identification.face} candidates={candidates} />
      )}
      {candidates.length > 0 && (
        <>
          <ScoreScale
            label={t('scale.label', {
              threshold: threshold === undefined ? '' : score(threshold),
              candidates: candidates.map((each) => `${each.name ?? each.subject} ${score(each.score)}`).join(', '),
            })}
            model={model}
            threshold={threshold}
            marks={marks}
            active={active}
          />
          <CandidateList gallery={gallery} identification={identification} lookAt={setActive} />
        </>
      )}
      <IdentifyRule identification={identification} />
      <Content component="small">{t('answer.recorded')}</Content>
    </>
  );
}
