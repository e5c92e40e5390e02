import { Button } from '@patternfly/react-core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { detectWith } from '@/camera/analyse';
import { CameraStage } from '@/camera/CameraStage';
import { ChallengeStage } from '@/camera/ChallengeStage';
import type { Taken } from '@/camera/useCapture';
import type { Chosen } from './chosen';

export function CameraCapture({
  gallery,
  challenge,
  liveness,
  upload,
  onTaken,
}: {
  gallery: string;
  challenge: boolean;
  liveness: boolean;
  /** Where files are taken instead; undefined where the policy wants a camera. */
  upload: (() => void) | undefined;
  onTaken: (chosen: Chosen) => void;
}) {
  const { t } = useTranslation('enroll');
  const analyse = useMemo(() => detectWith(liveness), [liveness]);
  const instead = upload && (
    <Button variant="link" onClick={upload}>
      {t('picture.uploadInstead')}
    </Button>
  );
  const chosen = ({ pictures, front }: Taken): Chosen => ({ pictures, face: front.faces[0] });
  if (!challenge) {
    return <CameraStage analyse={analyse} instead={instead} onTaken={(taken) => onTaken(chosen(taken))} />;
  }
  return (
    <ChallengeStage
      create={() => ok(api.POST('/v1/galleries/{gallery}/challenges', { params: { path: { gallery } } }))}
      analyse={analyse}
      onTaken={(taken, id) => onTaken({ ...chosen(taken), challenge: id })}
    />
  );
}
