import { TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { usePoints } from './access-api';
import { zonesOf } from './board/board';
import { isSlug } from './slug';

export type ZoneTexts = Record<'zoneFrom' | 'zoneTo', string>;

/** From which zone a point leads to which. Zones come to be by being named. */
export function ZoneFields({
  values,
  change,
  problem,
  isDisabled = false,
}: {
  values: ZoneTexts;
  change: (changed: Partial<ZoneTexts>) => void;
  problem: unknown;
  isDisabled?: boolean;
}) {
  const { t } = useTranslation('access');
  const known = zonesOf(usePoints().data ?? []);
  const same = values.zoneFrom !== '' && values.zoneFrom === values.zoneTo;
  const fault = (field: keyof ZoneTexts) => {
    if (values[field] && !isSlug(values[field])) {
      return t('name.fault');
    }
    return field === 'zoneTo' && same ? t('zone.same') : fieldProblem(problem, field);
  };
  return (
    <>
      {(['zoneFrom', 'zoneTo'] as const).map((field) => (
        <Field key={field} id={field} label={t(`zone.${field}`)} help={t(`zone.${field}Help`)} error={fault(field)}>
          <TextInput
            id={field}
            list="known-zones"
            autoComplete="off"
            maxLength={63}
            value={values[field]}
            isDisabled={isDisabled}
            placeholder={t('zone.outside')}
            validated={fault(field) ? 'error' : 'default'}
            onChange={(_, zone) => change({ [field]: zone })}
            aria-describedby={`${field}-help`}
          />
        </Field>
      ))}
      <datalist id="known-zones">
        {known.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
