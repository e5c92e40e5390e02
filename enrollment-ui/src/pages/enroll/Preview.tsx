import { Button, Flex } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { PictureFace } from '@/camera/PictureFace';
import { QualityMeter } from '@/camera/QualityMeter';
import type { Chosen } from './chosen';

const PIXELS = 260;

/** The best picture, before it is sent. */
export function Preview({
  chosen,
  name,
  use,
  again,
}: {
  chosen: Chosen;
  name: string;
  use: () => void;
  again: () => void;
}) {
  const { t } = useTranslation(['enroll', 'advice']);
  const { quality } = chosen.face ?? {};
  return (
    <div className="janua-enroll-preview">
      <PictureFace
        picture={chosen.pictures.image}
        box={chosen.face?.box}
        alt={t('preview.picture', { name })}
        size={PIXELS}
      />
      <div className="janua-enroll-beside">
        {quality && <QualityMeter score={quality.score} />}
        <p role="status">
          {quality?.adviceCodes[0]
            ? t(`advice:${quality.adviceCodes[0]}`)
            : t(quality ? 'preview.good' : 'preview.unseen')}
        </p>
        <Flex>
          {/* Whoever took the picture goes on with Enter. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          <Button size="lg" autoFocus onClick={use}>
            {t('preview.use')}
          </Button>
          <Button size="lg" variant="secondary" onClick={again}>
            {t('preview.again')}
          </Button>
        </Flex>
      </div>
    </div>
  );
}
