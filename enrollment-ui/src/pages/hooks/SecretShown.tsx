import {
  Button,
  InputGroup,
  InputGroupItem,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/components/CopyButton';
import { Dialog } from '@/components/Dialog';
import { Notice } from '@/components/Notice';
import type { SecretKind } from './hooks-api';

/** What receivers check signatures with. Only an HMAC secret is one; a click beside the dialog does not close it. */
export function SecretShown({
  hook,
  secret,
  kind,
  close,
}: {
  hook: string;
  /** Of Ed25519 its public key. */
  secret: string;
  kind: SecretKind;
  close: () => void;
}) {
  const { t } = useTranslation('hooks');
  const hidden = kind === 'hmac';
  return (
    <Dialog variant="medium" aria-labelledby="hook-secret" aria-describedby="hook-secret-use">
      <ModalHeader title={t(`secret.shown.${kind}`, { name: hook })} labelId="hook-secret" />
      <ModalBody>
        <Notice variant={hidden ? 'warning' : 'info'} title={t(hidden ? 'secret.onlyNow' : 'secret.notSecret')} />
        <InputGroup className="janua-gap-above">
          <InputGroupItem isFill>
            <TextInput
              readOnlyVariant="default"
              className="janua-hooks-code"
              value={secret}
              aria-label={t(hidden ? 'secret.label' : 'secret.publicKey')}
              onFocus={(event) => event.currentTarget.select()}
            />
          </InputGroupItem>
          <InputGroupItem>
            <CopyButton text={secret} />
          </InputGroupItem>
        </InputGroup>
        <p id="hook-secret-use" className="janua-gap-above">
          {t('secret.use')}
        </p>
      </ModalBody>
      <ModalFooter>
        <Button onClick={close}>{t(hidden ? 'secret.copied' : 'common:close')}</Button>
      </ModalFooter>
    </Dialog>
  );
}
