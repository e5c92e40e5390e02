import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-icon';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/auth/me';
import { facePicturePath, useObjectUrl, usePicture } from './pictures';

/** The kept picture of an enrolled face, or a silhouette where there is none or it may not be seen. */
export function FaceImage({
  gallery,
  subject,
  face,
  name,
  size = 48,
}: {
  gallery: string;
  subject: string;
  /** The id of the face; absent where no picture is kept. */
  face: string | null | undefined;
  name: string;
  /** Pixels, width and height. */
  size?: number;
}) {
  const { t } = useTranslation();
  const visible = useMay()('faces.read') && face;
  const picture = usePicture(visible ? facePicturePath(gallery, subject, face) : undefined);
  const url = useObjectUrl(picture.data);
  if (visible && !url && !picture.isError) {
    // Not "none": it is on its way.
    return <span className="janua-face janua-no-face" style={{ width: size, height: size }} aria-hidden="true" />;
  }
  return url ? (
    <img className="janua-face" src={url} width={size} height={size} alt={t('face.alt', { name })} />
  ) : (
    <span
      className="janua-face janua-no-face"
      style={{ width: size, height: size, fontSize: size / 2 }}
      role="img"
      aria-label={t('face.none', { name })}
    >
      <UserIcon />
    </span>
  );
}
