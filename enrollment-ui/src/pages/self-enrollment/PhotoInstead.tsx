import { Button } from '@patternfly/react-core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the browser has no camera for the page, the telephone's own camera or album may do. */
export function PhotoInstead({ choose }: { choose: (picture: Blob) => void }) {
  const { t } = useTranslation('selfenroll');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="secondary" size="lg" onClick={() => input.current?.click()}>
        {t('picture.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        capture="user"
        aria-label={t('picture.choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) choose(file);
          // The same file again is a choice, too.
          target.value = '';
        }}
      />
    </>
  );
}
