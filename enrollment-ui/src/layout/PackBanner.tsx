import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay, useMe } from '@/auth/me';
import { Notice } from '@/components/Notice';
import { packNotice } from './packNotice';

/** On every page: who looks at a result has to know what made it. */
export function PackBanner() {
  const { t } = useTranslation();
  const { pack } = useMe();
  const may = useMay();
  const notice = packNotice(pack);
  if (!notice) {
    return null;
  }
  const names = { pack: pack.id, missing: pack.inPlaceOf };
  return (
    <Notice variant="warning" title={t(`pack.${notice.title}`, names)} className="janua-banner">
      {notice.lines.map((line) => (
        <p key={line}>{t(`pack.${line}`, names)}</p>
      ))}
      {may('system.read') && may('models.read') && <Link to="/system?tab=models">{t('pack.more')}</Link>}
    </Notice>
  );
}
