import { Content } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { useFormats } from '@/components/formats';
import { LinkButton } from '@/components/LinkButton';
import { enrollPath } from '@/pages/people/paths';
import { CandidateFace } from './CandidateFace';
import { PersonLink } from './PersonLink';
import { useChanceText } from './useChanceText';
import { Verdict } from './Verdict';

export function IdentifyVerdict({
  gallery,
  identification: { outcome, candidates, gallerySize, model },
}: {
  gallery: string;
  identification: Schemas['Identification'];
}) {
  const { t } = useTranslation('recognise');
  const { number, score } = useFormats();
  const chance = useChanceText(model);
  const [best] = candidates;
  switch (outcome) {
    case 'identified': {
      const { subject, name = subject, ...found } = best!;
      return (
        <Verdict
          tone="match"
          title={<PersonLink gallery={gallery} subject={subject} name={name} />}
          face={<CandidateFace gallery={gallery} subject={subject} name={name} size={96} />}
        >
          <Content component="p">
            {t('identified.help', { score: score(found.score), size: number(gallerySize) })}
          </Content>
          <Content component="p">{chance(found.fmrOfScore)}</Content>
          {candidates.filter((each) => each.accepted).length > 1 && (
            <Content component="p">{t('identified.standsOut')}</Content>
          )}
        </Verdict>
      );
    }
    case 'ambiguous':
      return (
        <Verdict tone="look" title={t('ambiguous.title')}>
          <Content component="p">{t('ambiguous.help')}</Content>
        </Verdict>
      );
    case 'unknown':
      return (
        <Verdict tone="nobody" title={t('unknown.title', { count: gallerySize, size: number(gallerySize) })}>
          <Content component="p">
            {best
              ? t('unknown.nearest', { name: best.name ?? best.subject, score: score(best.score) })
              : t('unknown.empty')}
          </Content>
          <EnrolLink gallery={gallery} />
        </Verdict>
      );
    case 'spoof':
      return (
        <Verdict tone="spoof" title={t('spoof.title')}>
          <Content component="p">{t('spoof.help')}</Content>
        </Verdict>
      );
  }
}

function EnrolLink({ gallery }: { gallery: string }) {
  const { t } = useTranslation('recognise');
  return (
    useMay()('enroll') && (
      <LinkButton variant="link" isInline to={enrollPath(gallery)}>
        {t('unknown.enrol')}
      </LinkButton>
    )
  );
}
