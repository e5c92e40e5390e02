import './camera.css';
import ImageIcon from '@patternfly/react-icons/dist/esm/icons/image-icon';
import { useState } from 'react';
import type { Schemas } from '@/api/client';
import { useObjectUrl } from '@/components/pictures';
import { squareAround } from './crop';

/** The face of a picture in memory; all of the picture where nobody knows where the face is. */
export function PictureFace({
  picture,
  box,
  alt,
  size,
}: {
  picture: Blob;
  box: Schemas['Box'] | undefined;
  alt: string;
  /** Pixels, width and height. */
  size: number;
}) {
  const url = useObjectUrl(picture);
  const [natural, setNatural] = useState<{ width: number; height: number }>();
  const [unreadable, setUnreadable] = useState<string>();
  const square = box && natural && squareAround(box, natural);
  return (
    <span className="janua-picture-face" style={{ width: size, height: size }}>
      {unreadable !== undefined && unreadable === url && (
        <span className="janua-picture-none" role="img" aria-label={alt}>
          <ImageIcon />
        </span>
      )}
      {url && url !== unreadable && (
        <img
          src={url}
          alt={alt}
          className={square ? 'janua-picture-cut' : 'janua-picture-whole'}
          onError={() => setUnreadable(url)}
          onLoad={({ currentTarget }) =>
            setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          style={
            square && {
              width: (natural.width / square.side) * size,
              left: (-square.x / square.side) * size,
              top: (-square.y / square.side) * size,
            }
          }
        />
      )}
    </span>
  );
}
