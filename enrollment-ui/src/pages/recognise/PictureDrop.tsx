import { Button, Content, Flex } from '@patternfly/react-core';
import ImageIcon from '@patternfly/react-icons/dist/esm/icons/image-icon';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { Notice } from '@/components/Notice';
import { firstPicture, PICTURE_TYPES, type PictureFault, pictureFault } from './pictureFault';

const CameraDialog = lazy(() => import('./CameraDialog'));

/** A place to which a picture is brought: let go over it, chosen, or taken; what is inside stands in its middle. */
export function PictureDrop({
  label,
  choose,
  children,
}: {
  label: string;
  choose: (picture: Blob) => void;
  /** The picture that is there already; without, what to do. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('recognise');
  const input = useRef<HTMLInputElement>(null);
  const may = useMay();
  const [filming, setFilming] = useState(false);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<PictureFault>();
  const bring = (picture: Blob) => {
    setFault(undefined);
    choose(picture);
  };
  const take = (files: Iterable<File>) => {
    const file = firstPicture(files);
    if (file) {
      const found = pictureFault(file);
      if (found) {
        setFault(found);
      } else {
        bring(file);
      }
    }
  };
  return (
    <section
      aria-label={label}
      className={over ? 'janua-probe janua-probe-over' : 'janua-probe'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {children ?? (
        <div className="janua-probe-empty">
          <ImageIcon className="janua-probe-icon" />
          <Content component="p">
            <strong>{t('drop.title')}</strong>
          </Content>
          <Content component="small">{t('drop.help')}</Content>
        </div>
      )}
      <Flex justifyContent={{ default: 'justifyContentCenter' }} gap={{ default: 'gapSm' }}>
        <Button variant={children ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
          {children ? t('drop.another') : t('drop.choose')}
        </Button>
        {/* It says how to look into the camera, and for that it asks for the faces that it sees. */}
        {may('detect') && (
          <Button variant="secondary" onClick={() => setFilming(true)}>
            {t('drop.camera')}
          </Button>
        )}
      </Flex>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`${label}: ${t('drop.choose')}`}
        accept={PICTURE_TYPES}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          // The same file again is a choice, too.
          target.value = '';
        }}
      />
      {filming && (
        <Suspense>
          <CameraDialog choose={bring} close={() => setFilming(false)} />
        </Suspense>
      )}
      <div role="status">{fault && <Notice isPlain variant="warning" title={t(`drop.fault.${fault}`)} />}</div>
    </section>
  );
}
