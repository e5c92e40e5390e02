import { FormSelect, FormSelectOption, FormSelectOptionGroup } from '@patternfly/react-core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { zonesByRegion } from './zones';

export function ZoneSelect({
  id,
  value,
  change,
  error,
  isDisabled = false,
}: {
  id: string;
  value: string;
  change: (timeZone: string) => void;
  error?: string | undefined;
  isDisabled?: boolean;
}) {
  const { t } = useTranslation('access');
  const regions = useMemo(() => zonesByRegion(Intl.supportedValuesOf('timeZone'), value), [value]);
  return (
    <Field id={id} label={t('schedule.zone')} help={t('schedule.zoneHelp')} error={error}>
      <FormSelect
        id={id}
        value={value}
        isDisabled={isDisabled}
        onChange={(_, zone) => change(zone)}
        aria-describedby={`${id}-help`}
      >
        {[...regions].map(([region, zones]) => (
          <FormSelectOptionGroup key={region} label={region}>
            {zones.map((zone) => (
              <FormSelectOption key={zone} value={zone} label={zone.replaceAll('_', ' ')} />
            ))}
          </FormSelectOptionGroup>
        ))}
      </FormSelect>
    </Field>
  );
}
