import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { fieldProblem } from '@/components/fieldProblem';
import { Notice } from '@/components/Notice';
import { ProblemAlert } from '@/components/ProblemAlert';
import { UnsavedGuard } from '@/components/UnsavedGuard';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import { DOORS } from '../paths';
import type { AccessPoint } from '../types';
import { changedFields, faultsOf, type FieldName, type PointForm, RANGES, toForm, toPatch } from './pointForm';
import { SettingsSections } from './SettingsSections';

/** How a point decides and what it does then, with what follows from each setting. */
export function SettingsTab({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const may = useMay();
  const accessChanged = useAccessChanged();
  // Only what was changed here: the rest follows the service, also when somebody else changes it meanwhile.
  const [edits, setEdits] = useState<Partial<PointForm>>({});
  const [saved, setSaved] = useState(false);
  const form = { ...toForm(point), ...edits };
  const changed = changedFields(point, form);
  const faults = faultsOf(form);
  const save = useOneAtATime({
    mutationFn: () =>
      ok(
        api.PATCH('/v1/access/points/{point}', {
          params: { path: { point: point.name } },
          body: toPatch(point, form)!,
        }),
      ),
    onSuccess: async () => {
      await accessChanged();
      setEdits({});
      setSaved(true);
    },
  });
  const ofService = (field: FieldName) => fieldProblem(save.error, field, `settings.${field}`);
  const error = (field: FieldName) => {
    const fault = faults.get(field);
    if (fault === 'number') {
      const [least, most] = RANGES[field as keyof typeof RANGES];
      return t('setting.fault.number', { least, most });
    }
    return fault ? t(`setting.fault.${fault}`) : ofService(field);
  };
  const mayWrite = may('access.write');
  return (
    <>
      <UnsavedGuard unsaved={changed.length > 0 && !save.isPending} />
      {!mayWrite && <Notice variant="info" title={t('setting.readOnly')} className="janua-note" />}
      <SettingsSections
        form={form}
        error={error}
        change={(field, value) => {
          setSaved(false);
          setEdits((before) => ({ ...before, [field]: value }));
        }}
        isDisabled={!mayWrite || save.isPending}
      />
      <div role="status">
        {saved && changed.length === 0 && (
          <Notice variant="success" title={t('setting.saved')} className="janua-save-bar" />
        )}
      </div>
      {changed.length > 0 && (
        <div className="janua-save-bar">
          {save.isError && !changed.some(ofService) && <ProblemAlert problem={save.error} />}
          <Flex>
            <FlexItem flex={{ default: 'flex_1' }}>
              {t('setting.changes', { count: changed.length })}{' '}
              {changed.map((field) => t(`setting.${field}.label`)).join(', ')}
            </FlexItem>
            <Button
              isLoading={save.isPending}
              isDisabled={save.isPending || faults.size > 0}
              onClick={() => save.mutate()}
            >
              {t('common:save')}
            </Button>
            <Button variant="link" isDisabled={save.isPending} onClick={() => setEdits({})}>
              {t('discard')}
            </Button>
          </Flex>
        </div>
      )}
      {mayWrite && <DeletePoint point={point} />}
    </>
  );
}

function DeletePoint({ point }: { point: AccessPoint }) {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const changed = useAccessChanged();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await ok(api.DELETE('/v1/access/points/{point}', { params: { path: { point: point.name } } }));
    await navigate(DOORS, { replace: true });
    await changed();
  };
  return (
    <div className="janua-gap-above">
      <Button variant="link" isInline isDanger onClick={() => setAsking(true)}>
        {t('point.delete.action')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('point.delete.title', { name: point.name })}
          confirm={t('point.delete.confirm')}
          word={point.name}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{t('point.delete.help')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
