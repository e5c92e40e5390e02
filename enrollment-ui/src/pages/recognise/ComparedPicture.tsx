import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/Notice';
import type { Side } from './pair';
import { PictureDrop } from './PictureDrop';
import { ProbePicture } from './ProbePicture';
import { useFaces } from './recognition-api';
import type { Picture } from './tries';

/** One of the two. */
export function ComparedPicture({
  side,
  picture,
  choose,
}: {
  side: Side;
  picture: Picture | undefined;
  choose: (image: Blob) => void;
}) {
  const { t } = useTranslation('compare');
  return (
    <PictureDrop label={t(side)} choose={choose}>
      {picture && <Shown key={picture.id} picture={picture} alt={t(side)} />}
    </PictureDrop>
  );
}

/** The comparison's own refusal does not say which of the two it means, but each picture alone does. */
function Shown({ picture, alt }: { picture: Picture; alt: string }) {
  const { t } = useTranslation('compare');
  const faces = useFaces(`compared ${picture.id}`, picture.image);
  const isUnusable = faces.isError || faces.data?.faces.length === 0;
  return (
    <>
      <ProbePicture image={picture.image} alt={alt} counting={undefined} faces={faces.data?.faces} tone="good" />
      <div role="status">
        {isUnusable && <Notice isPlain variant="warning" title={t(faces.isError ? 'unreadable' : 'noFace')} />}
      </div>
    </>
  );
}
