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
import { Time } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { curlExample } from './curl';
import type { Key } from './keys';

/** A secret, which is shown only now: the service keeps a hash of it. A click beside the dialog does not close it. */
export function SecretShown({ apiKey, close }: { apiKey: Key; close: () => void }) {
  const { t } = useTranslation('apikeys');
  const example = curlExample(apiKey, window.location.origin);
  return (
    <Dialog variant="medium" aria-labelledby="key-secret">
      <ModalHeader title={t('secret.title', { name: apiKey.name })} labelId="key-secret" />
      <ModalBody>
        <Notice variant="warning" title={t('secret.onlyNow')}>
          {apiKey.previousSecretUntil && (
            <>
              {t('secret.previous')} <Time at={apiKey.previousSecretUntil} />
            </>
          )}
        </Notice>
        <InputGroup className="janua-gap-above">
          <InputGroupItem isFill>
            <TextInput
              readOnlyVariant="default"
              className="janua-keys-secret"
              value={apiKey.secret ?? ''}
              aria-label={t('secret.label')}
              onFocus={(event) => event.currentTarget.select()}
            />
          </InputGroupItem>
          <InputGroupItem>
            <CopyButton text={apiKey.secret ?? ''} />
          </InputGroupItem>
        </InputGroup>
        <h3 className="janua-gap-above" id="key-example">
          {t('secret.example')}
        </h3>
        {/* A long line scrolls, and whoever has no mouse scrolls it with the keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="janua-keys-example" role="region" aria-labelledby="key-example" tabIndex={0}>
          {example}
        </pre>
        <CopyButton text={example} label={t('secret.copyExample')} />
      </ModalBody>
      <ModalFooter>
        <Button onClick={close}>{t('secret.done')}</Button>
      </ModalFooter>
    </Dialog>
  );
}
