import { useState } from 'react';
import type { Schemas } from '@/api/client';
import { useObjectUrl } from '@/components/pictures';
import { cropAround } from './cropAround';

/** Only the face of a picture, to be compared with others. */
export function CroppedFace({
  image,
  box,
  size,
  alt,
}: {
  image: Blob;
  box: Schemas['Box'];
  size: number;
  alt: string;
}) {
  const url = useObjectUrl(image);
  const [picture, setPicture] = useState<{ width: number; height: number }>();
  return (
    <div className="janua-crop">
      {url && (
        <img
          src={url}
          alt={alt}
          style={picture ? cropAround(box, picture, size) : { visibility: 'hidden' }}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setPicture({ width, height })}
        />
      )}
    </div>
  );
}
