import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { CandidateFace } from './CandidateFace';
import { PersonLink } from './PersonLink';
import { useChanceText } from './useChanceText';

/** The nearest people, best first; only those above the threshold are matches. */
export function CandidateList({
  gallery,
  identification: { outcome, candidates, model },
  lookAt,
}: {
  gallery: string;
  identification: Schemas['Identification'];
  /** Shows which point of the scale belongs to a row. */
  lookAt: (index: number | undefined) => void;
}) {
  const { t } = useTranslation('recognise');
  const { score } = useFormats();
  const chance = useChanceText(model);
  return (
    <Table variant="compact" aria-label={t('candidates.label')} className="janua-candidates">
      <Thead>
        <Tr>
          <Th screenReaderText={t('candidates.place')} modifier="fitContent" />
          <Th screenReaderText={t('candidates.face')} modifier="fitContent" />
          <Th width={35}>{t('candidates.person')}</Th>
          <Th modifier="fitContent">{t('candidates.score')}</Th>
          <Th>{t('candidates.meaning')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {candidates.map(({ subject, name = subject, ...candidate }, index) => (
          <Tr
            key={subject}
            onMouseEnter={() => lookAt(index)}
            onMouseLeave={() => lookAt(undefined)}
            onFocus={() => lookAt(index)}
            onBlur={() => lookAt(undefined)}
            className={candidate.accepted ? 'janua-candidate-accepted' : undefined}
          >
            <Td dataLabel={t('candidates.place')}>{index + 1}</Td>
            <Td dataLabel={t('candidates.face')}>
              <CandidateFace gallery={gallery} subject={subject} name={name} size={56} />
            </Td>
            <Td dataLabel={t('candidates.person')} modifier="breakWord">
              <PersonLink gallery={gallery} subject={subject} name={name} />
              <div className="janua-candidate-id">{subject}</div>
            </Td>
            <Td dataLabel={t('candidates.score')}>{score(candidate.score)}</Td>
            <Td dataLabel={t('candidates.meaning')}>
              <Label isCompact color={candidate.accepted ? 'green' : 'grey'}>
                {candidate.accepted
                  ? t(outcome === 'ambiguous' ? 'candidates.alike' : 'candidates.accepted')
                  : t('candidates.below')}
              </Label>
              <div className="janua-candidate-chance">{chance(candidate.fmrOfScore)}</div>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
