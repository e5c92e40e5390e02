import { Card, CardBody, CardTitle, Grid, GridItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { Loading } from '@/components/Loading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { ArchivePreview } from './ArchivePreview';
import { DropArea } from './DropArea';
import { LayoutHelp } from './LayoutHelp';
import { SendingProgress } from './SendingProgress';
import { SendForm } from './SendForm';
import { useNewImport } from './useNewImport';

/** From some files to an import: choose, look at what is in them, send. */
export function NewImportCard({ gallery, policy }: { gallery: string; policy: Schemas['GalleryPolicy'] }) {
  const { t } = useTranslation('imports');
  const order = useNewImport();
  const { stage } = order;
  const busy = stage.at === 'packing' || stage.at === 'sending';
  return (
    <Card>
      <CardTitle component="h2">{t('new.title')}</CardTitle>
      <CardBody>
        {order.problem !== undefined && <ProblemAlert problem={order.problem} />}
        {stage.at === 'choosing' && (
          <Grid hasGutter>
            <GridItem lg={7}>
              <DropArea choose={(files) => void order.choose(files)} />
            </GridItem>
            <GridItem lg={5}>
              <LayoutHelp />
            </GridItem>
          </Grid>
        )}
        {stage.at === 'looking' && <Loading />}
        {stage.at === 'chosen' && (
          <>
            <ArchivePreview source={stage.source} decideOnePerson={order.decideOnePerson} />
            <SendForm gallery={gallery} policy={policy} source={stage.source} order={order} />
          </>
        )}
        {(stage.at === 'packing' || stage.at === 'sending') && <SendingProgress stage={stage} stop={order.stop} />}
        {busy && (
          <UnsavedGuard
            unsaved
            texts={{ title: t('leave.title'), help: t('leave.help'), stay: t('leave.stay'), leave: t('leave.leave') }}
          />
        )}
        {stage.at === 'sent' && <Navigate to={stage.begun.id} />}
      </CardBody>
    </Card>
  );
}
