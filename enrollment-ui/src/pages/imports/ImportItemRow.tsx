import { Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { useFormats } from '@/components/formats';
import { RefusedPicture } from './RefusedPicture';

const STATUS = { waiting: 'info', enrolled: 'success', refused: 'danger' } as const;

export function ImportItemRow({
  importId,
  item,
  gallery,
  withPicture,
  withOutcome,
}: {
  importId: string;
  item: Schemas['ImportItem'];
  gallery: string;
  withPicture: boolean;
  /** Where the list holds several. */
  withOutcome: boolean;
}) {
  const { t } = useTranslation('imports');
  const of = `/galleries/${encodeURIComponent(gallery)}`;
  const file = item.file ?? t('report.erased');
  return (
    <Tr>
      {withPicture && (
        <Td dataLabel={t('report.picture')}>
          {item.hasImage && <RefusedPicture path={`/v1/imports/${importId}/items/${item.number}/image`} name={file} />}
        </Td>
      )}
      <Td dataLabel={t('report.file')} modifier="breakWord">
        {file}
      </Td>
      <Td dataLabel={t('report.subject')} modifier="breakWord">
        {item.subject && item.outcome === 'enrolled' ? (
          <Link to={`${of}/people/${encodeURIComponent(item.subject)}`}>{item.subject}</Link>
        ) : (
          item.subject
        )}
      </Td>
      <Td dataLabel={t('report.result')}>
        {withOutcome && (
          <Label status={STATUS[item.outcome]} isCompact>
            {t(`outcome.${item.outcome}`)}
          </Label>
        )}
        {item.outcome === 'refused' && <Reason item={item} />}
        <Duplicates duplicates={item.duplicates} of={of} />
        {item.outcome === 'refused' && item.subject && (
          <div>
            <Link to={`${of}/enroll?subject=${encodeURIComponent(item.subject)}`}>{t('report.byHand')}</Link>
          </div>
        )}
      </Td>
    </Tr>
  );
}

/** In the reader's language where the code is known, else in the service's own words. */
function Reason({ item: { code, detail, remedy } }: { item: Schemas['ImportItem'] }) {
  const { t, i18n } = useTranslation('problems');
  const known = code && i18n.exists(`problems:${code}.title`);
  const advice = i18n.exists(`problems:${code}.remedy`) ? t(`${code}.remedy`) : remedy;
  return (
    <>
      <div>
        <strong>{known ? t(`${code}.title`) : (detail ?? code)}</strong>
      </div>
      {known && detail && i18n.language.startsWith('en') && <div>{detail}</div>}
      {advice && <div className="janua-remedy">{advice}</div>}
    </>
  );
}

function Duplicates({ duplicates, of }: { duplicates: Schemas['ImportDuplicate'][]; of: string }) {
  const { t } = useTranslation('imports');
  const { score } = useFormats();
  return duplicates.length === 0 ? null : (
    <div>
      {t('report.alsoFaceOf')}{' '}
      {duplicates.map((other, at) => (
        <span key={other.subject}>
          {at > 0 && ', '}
          <Link to={`${of}/people/${encodeURIComponent(other.subject)}`}>{other.name ?? other.subject}</Link> (
          {score(other.score)})
        </span>
      ))}
    </div>
  );
}
