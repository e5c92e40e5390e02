import { Button, Content } from '@patternfly/react-core';
import UploadIcon from '@patternfly/react-icons/dist/esm/icons/upload-icon';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Takes pictures as files: let go here, chosen, or pasted anywhere on the page. */
export function UploadArea({ choose }: { choose: (files: File[]) => void }) {
  const { t } = useTranslation('enroll');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const taken = useEffectEvent((files: FileList | undefined) => {
    if (files && files.length > 0) choose([...files]);
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => taken(event.clipboardData?.files);
    // A browser opens what is let go beside the area, and the page would be gone.
    const refuse = (event: DragEvent) => event.preventDefault();
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  return (
    <div
      className={over ? 'janua-enroll-drop janua-enroll-drop-over' : 'janua-enroll-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        choose([...event.dataTransfer.files]);
      }}
    >
      <UploadIcon className="janua-enroll-drop-icon" />
      <Content component="p">
        <strong>{t('upload.drop')}</strong>
      </Content>
      <Button onClick={() => input.current?.click()}>{t('upload.choose')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-label={t('upload.choose')}
        onChange={({ target }) => {
          choose([...(target.files ?? [])]);
          // The same file again is a choice, too.
          target.value = '';
        }}
      />
      <Content component="small">{t('upload.limits')}</Content>
    </div>
  );
}
