import { Button, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { User, UserManager } from 'oidc-client-ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { Notice } from '@/components/Notice';

/** The session has ended, but the page behind this stays as it is: whoever works here signs in beside it. */
export function SignInAgain({ manager, user, done }: { manager: UserManager; user: User; done: (user: User) => void }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const again = await manager.signinPopup();
      if (again.profile.sub !== user.profile.sub) {
        // What the page shows was for somebody else's eyes.
        window.location.reload();
        return;
      }
      done(again);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <Dialog variant="small" aria-labelledby="sign-in-again" aria-describedby="sign-in-again-why">
      <ModalHeader title={t('session.ended')} labelId="sign-in-again" />
      <ModalBody id="sign-in-again-why">
        {t('session.nothingLost')}
        {failed && <Notice variant="warning" title={t('session.popupFailed')} className="janua-gap-above" />}
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => void open()} isLoading={busy} isDisabled={busy}>
          {t('session.signInAgain')}
        </Button>
      </ModalFooter>
    </Dialog>
  );
}
