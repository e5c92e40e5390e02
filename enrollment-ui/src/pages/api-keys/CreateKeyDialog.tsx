import { Button, Form, HelperText, HelperTextItem, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { type Operation, useMay } from '@/auth/me';
import { Dialog } from '@/components/Dialog';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { GalleriesChooser } from './GalleriesChooser';
import { contentOf, NEW_KEY } from './keyDraft';
import { KeyFields } from './KeyFields';
import { KEYS } from './keys';
import { OperationsChooser } from './OperationsChooser';
import { PRESETS, reachesBeyondGalleries } from './operations';
import { SecretShown } from './SecretShown';

export function CreateKeyDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('apikeys');
  const may = useMay();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(NEW_KEY);
  const [operations, setOperations] = useState<Operation[]>(() => PRESETS.door.filter(may));
  const [wantedGalleries, setGalleries] = useState<string[]>();
  const [sent, setSent] = useState(false);
  const allOnly = reachesBeyondGalleries(operations);
  const galleries = allOnly ? undefined : wantedGalleries;
  const create = useOneAtATime({
    mutationFn: () =>
      ok(api.POST('/v1/api-keys', { body: { ...contentOf(draft), operations, galleries: galleries ?? null } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
  const missing = [
    operations.length === 0 && t('create.operationsMissing'),
    galleries?.length === 0 && t('create.galleriesMissing'),
  ].filter((each) => each !== false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (draft.name.trim() && missing.length === 0 && !create.isPending) create.mutate();
  };
  const atField = ['name', 'expiresAt', 'requestsPerMinute'].some((field) => fieldProblem(create.error, field));
  if (create.data) {
    return <SecretShown apiKey={create.data} close={close} />;
  }
  return (
    <Dialog
      variant="large"
      onClose={create.isPending ? undefined : close}
      aria-labelledby="create-key"
      elementToFocus="#key-name"
    >
      <ModalHeader title={t('create.title')} description={t('create.help')} labelId="create-key" />
      <ModalBody>
        <Form id="create-key-form" onSubmit={submit} noValidate>
          <KeyFields draft={draft} change={setDraft} sent={sent} problem={create.error}>
            <OperationsChooser chosen={operations} change={setOperations} describedBy="create-key-missing" />
            <GalleriesChooser chosen={galleries} change={setGalleries} allOnly={allOnly} />
            <HelperText id="create-key-missing" isLiveRegion>
              {sent &&
                missing.map((each) => (
                  <HelperTextItem key={each} variant="error">
                    {each}
                  </HelperTextItem>
                ))}
            </HelperText>
          </KeyFields>
          {create.isError && !atField && <ProblemAlert problem={create.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="create-key-form" isLoading={create.isPending} isDisabled={create.isPending}>
          {t('create.confirm')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={create.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
