import { Button } from '@patternfly/react-core';
import CheckIcon from '@patternfly/react-icons/dist/esm/icons/check-icon';
import CopyIcon from '@patternfly/react-icons/dist/esm/icons/copy-icon';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SAID_FOR_MS = 2500;

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (copied) {
      const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
      return () => clearTimeout(timer);
    }
  }, [copied]);
  // A browser has no clipboard for pages that came without TLS; the text can be selected still.
  if (!navigator.clipboard) {
    return null;
  }
  return (
    <>
      <Button
        variant="secondary"
        icon={copied ? <CheckIcon /> : <CopyIcon />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {label ?? t('copy')}
      </Button>
      <span className="pf-v6-screen-reader" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
