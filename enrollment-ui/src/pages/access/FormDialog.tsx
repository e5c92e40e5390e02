import { Button, Form, ModalBody, ModalFooter, ModalHeader, type ModalProps } from '@patternfly/react-core';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';

/** A dialog that is a form; it cannot be left while what it sent is under way. */
export function FormDialog({
  title,
  description,
  confirm,
  busy,
  variant = 'medium',
  focus,
  more,
  submit,
  close,
  children,
}: {
  title: string;
  description?: string;
  confirm: string;
  busy: boolean;
  variant?: ModalProps['variant'];
  /** Id of the control to begin with. */
  focus: string;
  /** Further deeds beside confirming and leaving. */
  more?: ReactNode;
  submit: () => void;
  close: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) submit();
  };
  return (
    <Dialog variant={variant} onClose={busy ? undefined : close} aria-labelledby={id} elementToFocus={`#${focus}`}>
      <ModalHeader title={title} description={description} labelId={id} />
      <ModalBody>
        <Form id={`${id}-form`} onSubmit={send} noValidate>
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={`${id}-form`} isLoading={busy} isDisabled={busy}>
          {confirm}
        </Button>
        <Button variant="link" onClick={close} isDisabled={busy}>
          {t('cancel')}
        </Button>
        {more}
      </ModalFooter>
    </Dialog>
  );
}
