import './galleries.css';
import { Button, Flex, FlexItem, Skeleton } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { fieldProblem } from '@/components/fieldProblem';
import { Notice } from '@/components/Notice';
import { PageBody } from '@/components/PageBody';
import { ProblemAlert } from '@/components/ProblemAlert';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useGallery } from '@/layout/galleries';
import { changedFields, faultsOf, type FieldName, type PolicyForm, toForm, toPatch } from './policyForm';
import { PolicySections } from './PolicySections';

/** The rules of a gallery, each with what follows from it. */
export default function Policy() {
  const { t } = useTranslation('galleries');
  const gallery = useGallery();
  return gallery.isError && !gallery.data ? (
    <Failure problem={gallery.error} retry={() => void gallery.refetch()} />
  ) : (
    <PageBody
      title={t('policy.title')}
      description={gallery.data && t('policy.description', { name: gallery.data.name })}
    >
      {gallery.data ? (
        <Editor gallery={gallery.data} />
      ) : (
        <Skeleton height="30rem" screenreaderText={t('common:loading')} />
      )}
    </PageBody>
  );
}

function Editor({ gallery }: { gallery: Schemas['Gallery'] }) {
  const { t } = useTranslation('galleries');
  const may = useMay();
  const queries = useQueryClient();
  // Only what was changed here: the rest follows the service, also when somebody else changes it meanwhile.
  const [edits, setEdits] = useState<Partial<PolicyForm>>({});
  const [saved, setSaved] = useState(false);
  const form = { ...toForm(gallery), ...edits };
  const changed = changedFields(gallery, form);
  const faults = faultsOf(gallery, form);
  const save = useOneAtATime({
    mutationFn: () =>
      ok(
        api.PATCH('/v1/galleries/{gallery}', {
          params: { path: { gallery: gallery.name } },
          body: toPatch(gallery, form)!,
        }),
      ),
    onSuccess: (now) => {
      queries.setQueryData(['galleries', gallery.name], now);
      setEdits({});
      setSaved(true);
      return queries.invalidateQueries({ queryKey: ['galleries'], exact: true });
    },
  });
  const ofService = (field: FieldName) => fieldProblem(save.error, field, `policy.${field}`);
  const error = (field: FieldName) => {
    const fault = faults.get(field);
    return fault ? t(`policy.fault.${fault}`) : ofService(field);
  };
  const change = (field: FieldName, value: string) => {
    setSaved(false);
    setEdits((before) => ({ ...before, [field]: value }));
  };
  const mayWrite = may('galleries.write');
  return (
    <>
      <UnsavedGuard unsaved={changed.length > 0 && !save.isPending} />
      {!mayWrite && <Notice variant="info" title={t('policy.readOnly')} className="janua-policy-note" />}
      <PolicySections
        gallery={gallery.name}
        form={form}
        error={error}
        change={change}
        isDisabled={!mayWrite || save.isPending}
      />
      <div role="status">
        {saved && changed.length === 0 && (
          <Notice variant="success" title={t('policy.saved')} className="janua-policy-save" />
        )}
      </div>
      {changed.length > 0 && (
        <div className="janua-policy-save">
          {save.isError && !changed.some(ofService) && <ProblemAlert problem={save.error} />}
          <Flex>
            <FlexItem flex={{ default: 'flex_1' }}>
              {t('policy.changes', { count: changed.length })}{' '}
              {changed
                .map((field) => t(field === 'description' ? 'new.description' : `policy.${field}.label`))
                .join(', ')}
            </FlexItem>
            <Button
              isLoading={save.isPending}
              isDisabled={save.isPending || faults.size > 0}
              onClick={() => save.mutate()}
            >
              {t('common:save')}
            </Button>
            <Button variant="link" isDisabled={save.isPending} onClick={() => setEdits({})}>
              {t('policy.discard')}
            </Button>
          </Flex>
        </div>
      )}
    </>
  );
}
