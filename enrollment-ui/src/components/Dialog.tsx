import { Button, Modal, type ModalProps } from '@patternfly/react-core';
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { useTranslation } from 'react-i18next';

/** PatternFly's modal is closed by a button that says "Close" in every language; this one is translated. */
export function Dialog({
  onClose,
  children,
  ...modal
}: Omit<ModalProps, 'ref' | 'isOpen' | 'onClose' | 'onEscapePress'> & {
  /** Absent while it must stay open. */
  onClose?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Modal {...modal} isOpen onEscapePress={() => onClose?.()}>
      {onClose && (
        <div className="pf-v6-c-modal-box__close">
          <Button variant="plain" icon={<TimesIcon />} aria-label={t('close')} onClick={onClose} />
        </div>
      )}
      {children}
    </Modal>
  );
}
