import { Button, Form, ModalBody, ModalFooter, ModalHeader, TextInput } from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { limitOf, type TenantDraft, type TenantFault, tenantFaults } from './tenantDraft';

/** A new organisation, or another name or limit for one. */
export function TenantDialog({
  tenant,
  close,
  done,
}: {
  tenant: Schemas['Tenant'] | undefined;
  close: () => void;
  done: (tenant: Schemas['Tenant']) => void;
}) {
  const { t } = useTranslation('system');
  const [draft, setDraft] = useState<TenantDraft>({
    id: tenant?.id ?? '',
    name: tenant?.name ?? '',
    requestsPerMinute: String(tenant?.requestsPerMinute ?? ''),
  });
  const [sent, setSent] = useState(false);
  const save = useOneAtATime({ mutationFn: () => send(tenant, draft), onSuccess: done });
  const faults = tenantFaults(draft);
  const taken = save.error instanceof ApiProblem && save.error.code === 'tenant_exists';
  const fault = (name: TenantFault, field: string) =>
    sent && faults.has(name) ? t(`tenants.fault.${name}`) : fieldProblem(save.error, field);
  const errors = {
    id: taken ? t('tenants.taken') : fault('id', 'id'),
    name: fault('name', 'name'),
    limit: fault('limit', 'requestsPerMinute'),
  };
  const change = (part: Partial<TenantDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (faults.size === 0 && !save.isPending) save.mutate();
  };
  return (
    <Dialog
      variant="small"
      onClose={save.isPending ? undefined : close}
      aria-labelledby="tenant"
      elementToFocus={tenant ? '#tenant-name' : '#tenant-id'}
    >
      <ModalHeader
        title={tenant ? t('tenants.changeName', { name: tenant.name }) : t('tenants.new')}
        labelId="tenant"
      />
      <ModalBody>
        <Form id="tenant-form" onSubmit={submit} noValidate>
          {!tenant && (
            <Field id="tenant-id" label={t('tenants.id')} isRequired help={t('tenants.idHelp')} error={errors.id}>
              <Text id="tenant-id" value={draft.id} isWrong={!!errors.id} change={(id) => change({ id })} />
            </Field>
          )}
          <Field id="tenant-name" label={t('tenants.name')} isRequired help={t('tenants.nameHelp')} error={errors.name}>
            <Text id="tenant-name" value={draft.name} isWrong={!!errors.name} change={(name) => change({ name })} />
          </Field>
          <Field id="tenant-limit" label={t('tenants.limit')} help={t('tenants.limitHelp')} error={errors.limit}>
            <Text
              id="tenant-limit"
              value={draft.requestsPerMinute}
              isWrong={!!errors.limit}
              change={(requestsPerMinute) => change({ requestsPerMinute })}
            />
          </Field>
          {save.isError && !errors.id && !errors.name && !errors.limit && <ProblemAlert problem={save.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="tenant-form" isLoading={save.isPending} isDisabled={save.isPending}>
          {t(tenant ? 'common:save' : 'tenants.create')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={save.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}

function Text({
  id,
  value,
  isWrong,
  change,
}: {
  id: string;
  value: string;
  isWrong: boolean;
  change: (value: string) => void;
}) {
  return (
    <TextInput
      id={id}
      autoComplete="off"
      value={value}
      validated={isWrong ? 'error' : 'default'}
      aria-describedby={`${id}-help`}
      onChange={(_, typed) => change(typed)}
    />
  );
}

function send(tenant: Schemas['Tenant'] | undefined, draft: TenantDraft): Promise<Schemas['Tenant']> {
  const name = draft.name.trim();
  const requestsPerMinute = limitOf(draft.requestsPerMinute);
  return ok(
    tenant
      ? api.PATCH('/v1/tenants/{tenant}', {
          params: { path: { tenant: tenant.id } },
          // Nothing typed means the default again, which a patch says by null.
          body: { name, requestsPerMinute: requestsPerMinute ?? null },
        })
      : api.POST('/v1/tenants', { body: { id: draft.id, name, requestsPerMinute } }),
  );
}
