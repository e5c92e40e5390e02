import './imports.css';
import { Button, Content } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { PageBody } from '@/components/PageBody';
import { useGalleryName } from '@/layout/galleries';
import { ImportItems } from './ImportItems';
import { ImportProgress } from './ImportProgress';
import { cancelImport, isUnderWay, useImport } from './imports-api';

export default function ImportDetail() {
  const { t } = useTranslation('imports');
  const gallery = useGalleryName();
  const id = useParams().import!;
  const found = useImport(id);
  const queries = useQueryClient();
  const [stopping, setStopping] = useState(false);
  if (!found.data) {
    return found.isError ? <Failure problem={found.error} retry={() => void found.refetch()} /> : <Loading />;
  }
  const item = found.data;
  const of = `/galleries/${encodeURIComponent(gallery)}`;
  return (
    <PageBody
      title={item.name ?? t('list.unnamed')}
      trail={[{ to: `${of}/imports`, text: t('title') }]}
      actions={
        isUnderWay(item) && (
          <Button variant="secondary" isDanger onClick={() => setStopping(true)}>
            {t('cancel.button')}
          </Button>
        )
      }
    >
      <ImportProgress item={item} />
      {item.state === 'done' && item.enrolled > 0 && (
        <Notice variant="success" title={t('finished.title', { count: item.enrolled })} className="janua-gap-above">
          <Link to={`${of}/people`}>{t('finished.people', { gallery })}</Link>
        </Notice>
      )}
      <ImportItems item={item} gallery={gallery} />
      {stopping && (
        <ConfirmDialog
          title={t('cancel.title')}
          confirm={t('cancel.confirm')}
          onConfirm={async () => {
            queries.setQueryData(['imports', id], await cancelImport(id));
          }}
          onClose={() => setStopping(false)}
        >
          <Content component="p">{t('cancel.help', { count: item.enrolled })}</Content>
        </ConfirmDialog>
      )}
    </PageBody>
  );
}
