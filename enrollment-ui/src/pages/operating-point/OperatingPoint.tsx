import './operating.css';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useModel, useModels } from '@/api/models';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { PageBody } from '@/components/PageBody';
import { useGallery } from '@/layout/galleries';
import { Calculator } from './Calculator';
import { calibrationOf } from './operating';
import { SinceDeployment } from './since/SinceDeployment';

/** Which errors a gallery makes, and what another rule would change. */
export default function OperatingPoint() {
  const { t } = useTranslation('operating');
  const may = useMay();
  const gallery = useGallery();
  const models = useModels();
  const model = useModel(gallery.data?.model);
  const failed = [gallery, models].find((query) => query.isError && !query.data);
  if (failed) {
    return <Failure problem={failed.error} retry={() => void failed.refetch()} />;
  }
  if (!gallery.data || !models.data) {
    return <Loading />;
  }
  const calibration = calibrationOf(model);
  return (
    <PageBody title={t('title')} description={t('description', { gallery: gallery.data.name })}>
      {model && calibration ? (
        <Calculator key={gallery.data.name} gallery={gallery.data} model={model} calibration={calibration} />
      ) : (
        <EmptyState headingLevel="h2" titleText={t('unmeasured.title')}>
          <EmptyStateBody>{t('unmeasured.help', { model: gallery.data.model })}</EmptyStateBody>
        </EmptyState>
      )}
      {may('drift.read') && <SinceDeployment gallery={gallery.data} />}
    </PageBody>
  );
}
