import { Content } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { FaceFrames } from '@/components/FaceFrames';
import { useObjectUrl } from '@/components/pictures';

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** A picture with the face that counts, and with the others that do not. */
export function ProbePicture({
  image,
  alt,
  counting,
  faces,
  tone,
}: {
  image: Blob;
  alt: string;
  /** The face by which the answer was found. */
  counting: Schemas['Face'] | undefined;
  /** All faces, largest first; undefined while nobody knows. */
  faces: Schemas['Face'][] | undefined;
  tone: Tone;
}) {
  const { t } = useTranslation('recognise');
  const url = useObjectUrl(image);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [broken, setBroken] = useState(false);
  const shown = faces && faces.length > 0 ? faces : counting ? [counting] : [];
  return (
    <div className="janua-probe-picture">
      <div className="janua-picture">
        {url && !broken && (
          <img
            src={url}
            alt={alt}
            onError={() => setBroken(true)}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })}
          />
        )}
        {size && (
          <FaceFrames
            {...size}
            faces={shown}
            label={(_, index) => ({ tone: index === 0 ? tone : 'plain', text: shown.length > 1 ? `${index + 1}` : '' })}
          />
        )}
      </div>
      {shown.length > 1 && <Content component="small">{t('picture.several', { count: shown.length - 1 })}</Content>}
    </div>
  );
}
