import { Content, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useModels } from '@/api/models';
import { Failure } from '@/components/Failure';
import { useFormats } from '@/components/formats';
import { Loading } from '@/components/Loading';

/** The models of the catalogue, and whether each is what it should be. */
export function ModelsTab() {
  const { t } = useTranslation('system');
  const models = useModels();
  if (!models.data) {
    return models.isError ? <Failure problem={models.error} retry={() => void models.refetch()} /> : <Loading />;
  }
  return (
    <>
      <Content component="p">
        {t('models.pack', { pack: models.data.runningPack })}
        {!models.data.pack.judgesLiveness && <> {t('models.noLiveness')}</>}
      </Content>
      <Table variant="compact" aria-label={t('tab.models')}>
        <Thead>
          <Tr>
            <Th width={35}>{t('models.model')}</Th>
            <Th>{t('models.role')}</Th>
            <Th>{t('models.state')}</Th>
            <Th>{t('models.licence')}</Th>
            <Th>{t('models.size')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {models.data.items.map((model) => (
            <Row key={model.id} model={model} />
          ))}
        </Tbody>
      </Table>
    </>
  );
}

function Row({ model }: { model: Schemas['Model'] }) {
  const { t } = useTranslation('system');
  const { bytes, number } = useFormats();
  const { licence } = model;
  return (
    <Tr>
      <Td dataLabel={t('models.model')} modifier="breakWord">
        {model.id}
        <div className="janua-system-data">
          {t('models.digest')} <code>{model.sha256}</code>
        </div>
      </Td>
      <Td dataLabel={t('models.role')}>
        {t(`models.roles.${model.role}`)}
        {model.embeddingSize !== undefined && (
          <div className="janua-system-data">{t('models.dimensions', { n: number(model.embeddingSize) })}</div>
        )}
      </Td>
      <Td dataLabel={t('models.state')}>
        {!model.present ? (
          <Label isCompact status={model.running ? 'danger' : 'warning'}>
            {t('models.missing')}
          </Label>
        ) : (
          <Label isCompact {...(model.running ? { status: 'success' as const } : {})}>
            {t(model.running ? 'models.running' : 'models.idle')}
          </Label>
        )}
      </Td>
      <Td dataLabel={t('models.licence')}>
        <a href={licence.address} target="_blank" rel="noreferrer">
          {licence.spdx}
        </a>
        {!licence.commercialUse && (
          <div>
            <Label isCompact status="warning">
              {t('models.notCommercial')}
            </Label>
          </div>
        )}
      </Td>
      <Td dataLabel={t('models.size')}>{bytes(model.bytes)}</Td>
    </Tr>
  );
}
