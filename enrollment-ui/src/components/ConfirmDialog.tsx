import { Button, Form, FormGroup, ModalBody, ModalFooter, ModalHeader, TextInput } from '@patternfly/react-core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { ProblemAlert } from './ProblemAlert';
import { useOneAtATime } from './useOneAtATime';

/** Asks before something that cannot be taken back; a double click does it once. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = true,
  word,
  onConfirm,
  onClose,
}: {
  title: string;
  children: ReactNode;
  /** What the button says: the deed, not "OK". */
  confirm: string;
  danger?: boolean;
  /** What has to be typed first, where a slip would be dear. */
  word?: string;
  /** The dialog stays open and shows what it throws. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const act = useOneAtATime({ mutationFn: () => onConfirm(), onSuccess: onClose });
  // Between the deed and the closing, too, a click must do nothing.
  const busy = act.isPending || act.isSuccess;
  return (
    <Dialog variant="small" onClose={busy ? undefined : onClose} aria-labelledby={id}>
      <ModalHeader
        title={title}
        labelId={id}
        {...(danger ? { titleIconVariant: 'warning' as const, titleScreenReaderText: t('notice.warning') } : {})}
      />
      <ModalBody>
        {children}
        {word && (
          <Form
            className="janua-gap-above"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed === word && !busy) act.mutate();
            }}
          >
            <FormGroup label={t('confirm.type', { word })} fieldId={`${id}-word`}>
              <TextInput id={`${id}-word`} value={typed} onChange={(_, value) => setTyped(value)} autoComplete="off" />
            </FormGroup>
          </Form>
        )}
        {act.isError && <ProblemAlert problem={act.error} />}
      </ModalBody>
      <ModalFooter>
        <Button
          variant={danger ? 'danger' : 'primary'}
          isLoading={busy}
          isDisabled={busy || (word !== undefined && typed !== word)}
          onClick={() => act.mutate()}
        >
          {confirm}
        </Button>
        <Button variant="link" onClick={onClose} isDisabled={busy}>
          {t('cancel')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
