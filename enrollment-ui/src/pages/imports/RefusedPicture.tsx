import { Button, ModalBody, ModalHeader } from '@patternfly/react-core';
import ImageIcon from '@patternfly/react-icons/dist/esm/icons/image-icon';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { Dialog } from '@/components/Dialog';
import { useObjectUrl, usePicture } from '@/components/pictures';

/** Fetched when it comes into view: these are the pictures as they were sent, some megabytes each. */
export function RefusedPicture({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation('imports');
  const may = useMay()('faces.read');
  const place = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  const [large, setLarge] = useState(false);
  // Many of these were refused because nobody can read them.
  const [broken, setBroken] = useState(false);
  const url = useObjectUrl(usePicture(may && seen ? path : undefined).data);
  useEffect(() => {
    if (!place.current || seen) {
      return;
    }
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [seen]);
  return (
    <span ref={place} className="janua-refused-picture">
      {url && !broken && (
        <Button variant="plain" hasNoPadding onClick={() => setLarge(true)} aria-label={t('report.enlarge', { name })}>
          <img src={url} alt="" className="janua-face" width={64} height={64} onError={() => setBroken(true)} />
        </Button>
      )}
      {broken && (
        <span className="janua-face janua-no-face" role="img" aria-label={t('report.unreadable', { name })}>
          <ImageIcon />
        </span>
      )}
      {large && url && (
        <Dialog variant="medium" onClose={() => setLarge(false)} aria-label={name}>
          <ModalHeader title={name} />
          <ModalBody>
            <img src={url} alt={name} className="janua-large-picture" />
          </ModalBody>
        </Dialog>
      )}
    </span>
  );
}
