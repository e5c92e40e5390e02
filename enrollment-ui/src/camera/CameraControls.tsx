import { Button, FormSelect, FormSelectOption, Switch } from '@patternfly/react-core';
import CameraIcon from '@patternfly/react-icons/dist/esm/icons/camera-icon';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { QualityMeter } from './QualityMeter';
import type { Camera } from './useCamera';

export function CameraControls({
  camera,
  score,
  automatic,
  changeAutomatic,
  press,
}: {
  camera: Camera;
  score: number | undefined;
  automatic: boolean;
  changeAutomatic: (automatic: boolean) => void;
  /** Takes the picture now; undefined while there is none. */
  press: (() => void) | undefined;
}) {
  const { t } = useTranslation('camera');
  const id = useId();
  return (
    <div className="janua-camera-controls">
      <QualityMeter score={score} />
      <Button size="lg" icon={<CameraIcon />} isDisabled={!press} onClick={press}>
        {t('take')}
      </Button>
      <Switch
        id={`${id}-automatic`}
        label={t('automatic')}
        isChecked={automatic}
        onChange={(_, checked) => changeAutomatic(checked)}
      />
      {camera.devices.length > 1 && (
        <FormSelect
          className="janua-camera-choice"
          aria-label={t('device')}
          value={camera.state.kind === 'on' ? camera.state.deviceId : undefined}
          onChange={(_, deviceId) => camera.choose(deviceId)}
        >
          {camera.devices.map((device, index) => (
            <FormSelectOption
              key={device.deviceId}
              value={device.deviceId}
              label={device.label || t('deviceNumber', { number: index + 1 })}
            />
          ))}
        </FormSelect>
      )}
    </div>
  );
}
