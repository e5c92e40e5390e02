import { Button, TextInput } from '@patternfly/react-core';
import PencilAltIcon from '@patternfly/react-icons/dist/esm/icons/pencil-alt-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { Field } from '@/components/Field';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from './access-api';
import { FormDialog } from './FormDialog';

/** What something is for, to be read and to be changed. */
export function DescriptionEditor({
  text,
  save,
}: {
  text: string | null | undefined;
  save: (text: string | null) => Promise<unknown>;
}) {
  const { t } = useTranslation('access');
  const may = useMay();
  const [editing, setEditing] = useState(false);
  return (
    <p>
      {text}{' '}
      {may('access.write') && (
        <Button variant="link" isInline icon={<PencilAltIcon />} onClick={() => setEditing(true)}>
          {t(text ? 'descriptionChange' : 'descriptionAdd')}
        </Button>
      )}
      {editing && <Editor text={text ?? ''} save={save} close={() => setEditing(false)} />}
    </p>
  );
}

function Editor({
  text,
  save,
  close,
}: {
  text: string;
  save: (text: string | null) => Promise<unknown>;
  close: () => void;
}) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const [typed, setTyped] = useState(text);
  const change = useOneAtATime({
    mutationFn: () => save(typed.trim() || null),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  return (
    <FormDialog
      title={t('description')}
      confirm={t('common:save')}
      variant="small"
      busy={change.isPending}
      focus="description-text"
      submit={() => change.mutate()}
      close={close}
    >
      <Field id="description-text" label={t('description')}>
        <TextInput id="description-text" maxLength={1000} value={typed} onChange={(_, value) => setTyped(value)} />
      </Field>
      {change.isError && <ProblemAlert problem={change.error} />}
    </FormDialog>
  );
}
