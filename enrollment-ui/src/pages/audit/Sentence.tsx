import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { type Recorded, sentenceKey, subjectOf, thingOf } from './reading';

/** What happened, as a sentence with links to whom and where. */
export function Sentence({ entry }: { entry: Recorded }) {
  const { t } = useTranslation('audit');
  const may = useMay();
  const { gallery } = entry;
  const subject = subjectOf(entry);
  const people = gallery && `/galleries/${encodeURIComponent(gallery)}/people`;
  // Names stand beside the text, not in it: whatever characters they have, they stay text.
  return (
    <Trans
      t={t}
      i18nKey={sentenceKey(entry)}
      values={{ action: entry.action }}
      components={{
        subject:
          people && subject && may('subjects.read') ? (
            <Link to={`${people}/${encodeURIComponent(subject)}`}>{subject}</Link>
          ) : (
            <strong>{subject ?? t('nobodyNamed')}</strong>
          ),
        gallery:
          people && may('subjects.read') ? <Link to={people}>{gallery}</Link> : <strong>{gallery ?? '–'}</strong>,
        thing: <strong>{thingOf(entry)}</strong>,
      }}
    />
  );
}
