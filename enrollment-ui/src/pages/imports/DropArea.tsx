import { Button, Content, Flex } from '@patternfly/react-core';
import UploadIcon from '@patternfly/react-icons/dist/esm/icons/upload-icon';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenFiles, droppedFiles } from './dropped-files';
import type { Packed } from './zip-write';

/** Takes an archive, a folder or pictures: let go here, or chosen. */
export function DropArea({ choose }: { choose: (files: Packed[] | Promise<Packed[]>) => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  useNothingOpensByAccident();
  return (
    <div
      className={over ? 'janua-drop janua-drop-over' : 'janua-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        choose(droppedFiles(event.dataTransfer));
      }}
    >
      <UploadIcon className="janua-drop-icon" />
      <Content component="p">
        <strong>{t('drop.title')}</strong>
      </Content>
      <Content component="p">{t('drop.or')}</Content>
      <Flex justifyContent={{ default: 'justifyContentCenter' }} gap={{ default: 'gapSm' }}>
        <FileButton text={t('drop.archive')} accept=".zip,application/zip" choose={choose} primary />
        <FileButton text={t('drop.folder')} folder choose={choose} />
        <FileButton text={t('drop.pictures')} accept="image/jpeg,image/png,image/webp" many choose={choose} />
      </Flex>
      <Content component="small">{t('drop.limits')}</Content>
    </div>
  );
}

function FileButton({
  text,
  accept,
  many = false,
  folder = false,
  primary = false,
  choose,
}: {
  text: string;
  accept?: string;
  many?: boolean;
  folder?: boolean;
  primary?: boolean;
  choose: (files: Packed[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={primary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text}
        accept={accept}
        multiple={many}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={({ target }) => {
          choose(chosenFiles(target.files ?? []));
          // The same file again is a choice, too.
          target.value = '';
        }}
      />
    </>
  );
}

/** A browser opens what is let go beside the area, and the page would be gone. */
function useNothingOpensByAccident() {
  useEffect(() => {
    const refuse = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
