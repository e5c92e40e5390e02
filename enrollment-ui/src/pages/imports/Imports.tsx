import './imports.css';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { PageBody } from '@/components/PageBody';
import { useGallery } from '@/layout/galleries';
import { ImportList } from './ImportList';
import { NewImportCard } from './NewImportCard';

export default function Imports() {
  const { t } = useTranslation('imports');
  const may = useMay();
  const gallery = useGallery();
  if (!gallery.data) {
    return gallery.isError ? <Failure problem={gallery.error} retry={() => void gallery.refetch()} /> : <Loading />;
  }
  const { policy, name } = gallery.data;
  return (
    <PageBody title={t('title')} description={t('description', { gallery: name })}>
      {policy.challenge === 'always' ? (
        <Notice variant="info" title={t('challenge.title')}>
          {t('challenge.help')}
        </Notice>
      ) : (
        may('subjects.write') && <NewImportCard key={name} gallery={name} policy={policy} />
      )}
      <ImportList gallery={name} />
    </PageBody>
  );
}
