import { Button, Card, CardBody, CardFooter, CardTitle, Flex } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok, type Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useFormats } from '@/components/formats';
import { PolicyFacts } from './PolicyFacts';

export function GalleryCard({ gallery }: { gallery: Schemas['Gallery'] }) {
  const { t } = useTranslation('galleries');
  const { number } = useFormats();
  const may = useMay();
  const [deleting, setDeleting] = useState(false);
  const { name, description, model, subjects, policy } = gallery;
  const path = `/galleries/${encodeURIComponent(name)}`;
  return (
    <Card component="article" aria-label={name}>
      <CardTitle component="h2">{may('subjects.read') ? <Link to={`${path}/people`}>{name}</Link> : name}</CardTitle>
      <CardBody>
        {description && <p>{description}</p>}
        {policy.purpose && policy.purpose !== description && <p>{t('purpose', { purpose: policy.purpose })}</p>}
        <p className="janua-gallery-count">{t('people', { count: subjects, total: number(subjects) })}</p>
        <PolicyFacts policy={policy} />
        <p className="janua-gallery-model">{t('model', { model })}</p>
      </CardBody>
      <CardFooter>
        <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
          <Link to={`${path}/policy`} aria-label={t('policyOf', { name })}>
            {t('common:nav.policy')}
          </Link>
          {may('galleries.write') && (
            <Button
              variant="link"
              isInline
              isDanger
              aria-label={t('delete.of', { name })}
              onClick={() => setDeleting(true)}
            >
              {t('common:delete')}
            </Button>
          )}
        </Flex>
        {deleting && <DeleteDialog gallery={gallery} close={() => setDeleting(false)} />}
      </CardFooter>
    </Card>
  );
}

function DeleteDialog({ gallery, close }: { gallery: Schemas['Gallery']; close: () => void }) {
  const { t } = useTranslation('galleries');
  const { number } = useFormats();
  const queries = useQueryClient();
  const remove = async () => {
    try {
      await ok(api.DELETE('/v1/galleries/{gallery}', { params: { path: { gallery: gallery.name } } }));
    } catch (problem) {
      // An earlier call that was cut off went on without us.
      if (!(problem instanceof ApiProblem && problem.code === 'gallery_not_found')) {
        throw problem;
      }
    }
    await queries.invalidateQueries({ queryKey: ['galleries'], exact: true });
  };
  return (
    <ConfirmDialog
      title={t('delete.title', { name: gallery.name })}
      confirm={t('delete.confirm')}
      word={gallery.name}
      onConfirm={remove}
      onClose={close}
    >
      <p>{t('delete.erases', { count: gallery.subjects, total: number(gallery.subjects) })}</p>
      <p className="janua-gap-above">{t('delete.takes')}</p>
    </ConfirmDialog>
  );
}
