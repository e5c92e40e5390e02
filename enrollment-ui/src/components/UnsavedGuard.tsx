import { Button, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Dialog } from './Dialog';

/** Asks before somebody leaves what they have not saved, be it by a link or by closing the window. */
export function UnsavedGuard({
  unsaved,
  texts,
}: {
  unsaved: boolean;
  /** Where it is something else that would be lost. */
  texts?: { title: string; help: string; stay: string; leave: string };
}) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (unsaved) {
      const ask = (event: BeforeUnloadEvent) => event.preventDefault();
      window.addEventListener('beforeunload', ask);
      return () => window.removeEventListener('beforeunload', ask);
    }
  }, [unsaved]);
  if (blocker.state !== 'blocked') {
    return null;
  }
  return (
    <Dialog variant="small" onClose={blocker.reset} aria-labelledby="unsaved" aria-describedby="unsaved-why">
      <ModalHeader title={texts?.title ?? t('unsaved.title')} labelId="unsaved" titleIconVariant="warning" />
      <ModalBody id="unsaved-why">{texts?.help ?? t('unsaved.help')}</ModalBody>
      <ModalFooter>
        <Button onClick={blocker.reset}>{texts?.stay ?? t('unsaved.stay')}</Button>
        <Button variant="link" isDanger onClick={blocker.proceed}>
          {texts?.leave ?? t('unsaved.leave')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
