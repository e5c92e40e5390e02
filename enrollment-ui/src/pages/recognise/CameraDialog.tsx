import { ModalBody, ModalHeader } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { detectWith } from '@/camera/analyse';
import { CameraStage } from '@/camera/CameraStage';
import { Dialog } from '@/components/Dialog';

const analyse = detectWith(false);

/** A picture from the camera, which is on as long as this is open. */
export default function CameraDialog({ choose, close }: { choose: (picture: Blob) => void; close: () => void }) {
  const { t } = useTranslation('recognise');
  return (
    <Dialog variant="medium" className="janua-camera-dialog" onClose={close} aria-labelledby="camera">
      <ModalHeader title={t('camera.title')} labelId="camera" />
      <ModalBody>
        <CameraStage
          analyse={analyse}
          onTaken={({ pictures }) => {
            choose(pictures.image);
            close();
          }}
        />
      </ModalBody>
    </Dialog>
  );
}
