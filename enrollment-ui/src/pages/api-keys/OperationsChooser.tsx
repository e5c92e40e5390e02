import { Checkbox, ExpandableSection, Radio } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Operation, useMay } from '@/auth/me';
import { GROUPS, PRESETS, type PresetName, presetOf } from './operations';

const NAMES: PresetName[] = ['door', 'station', 'reader', 'own'];

/** What a key may do: one of the usual sets, or each for itself. Nobody hands out what they do not have. */
export function OperationsChooser({
  chosen,
  change,
  describedBy,
}: {
  chosen: Operation[];
  change: (operations: Operation[]) => void;
  describedBy: string;
}) {
  const { t } = useTranslation('apikeys');
  const may = useMay();
  const preset = presetOf(chosen);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <fieldset className="janua-keys-group" aria-describedby={describedBy}>
        <legend>{t('create.purpose')}</legend>
        {NAMES.map((name) => (
          <Radio
            key={name}
            id={`key-preset-${name}`}
            name="key-preset"
            label={t(`preset.${name}.name`)}
            description={t(`preset.${name}.help`)}
            isChecked={preset === name}
            isDisabled={name !== 'own' && !PRESETS[name].every(may)}
            onChange={() => change(name === 'own' ? [] : PRESETS[name])}
          />
        ))}
      </fieldset>
      <ExpandableSection
        toggleText={t('create.each')}
        isExpanded={opened || preset === 'own'}
        onToggle={(_, expanded) => setOpened(expanded)}
        isIndented
      >
        <div className="janua-keys-operations">
          {GROUPS.map((group) => {
            const offered = group.operations.filter(may);
            return (
              offered.length > 0 && (
                <fieldset key={group.name} className="janua-keys-group">
                  <legend>{t(`group.${group.name}`)}</legend>
                  {offered.map((operation) => (
                    <Checkbox
                      key={operation}
                      id={`operation-${operation}`}
                      label={t(`operation.${operation.replace('.', '_')}`)}
                      description={operation}
                      isChecked={chosen.includes(operation)}
                      onChange={(_, checked) =>
                        change(checked ? [...chosen, operation] : chosen.filter((each) => each !== operation))
                      }
                    />
                  ))}
                </fieldset>
              )
            );
          })}
        </div>
      </ExpandableSection>
    </>
  );
}
