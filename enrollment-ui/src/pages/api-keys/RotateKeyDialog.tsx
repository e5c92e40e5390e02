import {
  Button,
  Form,
  FormSelect,
  FormSelectOption,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { Dialog } from '@/components/Dialog';
import { Field } from '@/components/Field';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { KEYS, type Key } from './keys';
import { SecretShown } from './SecretShown';

const OVERLAPS = ['PT0S', 'PT1H', 'PT24H', 'P7D', 'P30D'];

/** A new secret for the same key; the old one stays good until every device has the new one. */
export function RotateKeyDialog({ apiKey, close }: { apiKey: Key; close: () => void }) {
  const { t } = useTranslation('apikeys');
  const queries = useQueryClient();
  const [overlap, setOverlap] = useState('PT24H');
  const rotate = useOneAtATime({
    mutationFn: () =>
      ok(api.POST('/v1/api-keys/{id}/rotations', { params: { path: { id: apiKey.id } }, body: { overlap } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
  if (rotate.data) {
    return <SecretShown apiKey={rotate.data} close={close} />;
  }
  return (
    <Dialog
      variant="small"
      onClose={rotate.isPending ? undefined : close}
      aria-labelledby="rotate-key"
      elementToFocus="#rotate-overlap"
    >
      <ModalHeader title={t('rotate.title', { name: apiKey.name })} labelId="rotate-key" />
      <ModalBody>
        <p>{t('rotate.help')}</p>
        <Form className="janua-gap-above" onSubmit={(event) => event.preventDefault()}>
          <Field id="rotate-overlap" label={t('rotate.overlap')}>
            <FormSelect id="rotate-overlap" value={overlap} onChange={(_, value) => setOverlap(value)}>
              {OVERLAPS.map((each) => (
                <FormSelectOption key={each} value={each} label={t(`rotate.overlaps.${each}`)} />
              ))}
            </FormSelect>
          </Field>
          {rotate.isError && <ProblemAlert problem={rotate.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={rotate.isPending} isDisabled={rotate.isPending} onClick={() => rotate.mutate()}>
          {t('rotate.action')}
        </Button>
        <Button variant="link" onClick={close} isDisabled={rotate.isPending}>
          {t('common:cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
