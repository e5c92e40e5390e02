import { Checkbox, ExpandableSection, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { CHOICES } from '../door/pointForm';
import type { Factors } from '../types';
import type { RuleFieldsProps } from './RuleFields';

/** What a rule asks beyond what its points ask already. */
export function DemandFields({ draft, change, error, groups }: RuleFieldsProps & { groups: string[] }) {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(draft.liveness || draft.fmr !== '' || draft.factors !== '' || draft.escort !== '');
  return (
    <ExpandableSection toggleText={t('demand.title')} isExpanded={open} onToggle={(_, on) => setOpen(on)} isIndented>
      <div className="pf-v6-c-form">
        <Checkbox
          id="demand-liveness"
          label={t('demand.liveness')}
          description={t('demand.livenessHelp')}
          isChecked={draft.liveness}
          onChange={(_, liveness) => change({ liveness })}
        />
        <Field id="demand-factors" label={t('setting.factors.label')}>
          <FormSelect
            id="demand-factors"
            value={draft.factors}
            onChange={(_, factors) => change({ factors: factors as Factors | '' })}
          >
            <FormSelectOption value="" label={t('demand.asThePoint')} />
            {CHOICES.factors.map((each) => (
              <FormSelectOption key={each} value={each} label={t(`setting.factors.${each}.name`)} />
            ))}
          </FormSelect>
        </Field>
        <Field id="demand-fmr" label={t('demand.fmr')} help={t('demand.fmrHelp')} error={error('fmr')}>
          <div className="janua-measure">
            <span>{t('setting.oneIn')}</span>
            <TextInput
              id="demand-fmr"
              inputMode="numeric"
              maxLength={12}
              value={draft.fmr}
              validated={error('fmr') ? 'error' : 'default'}
              onChange={(_, fmr) => change({ fmr })}
              aria-describedby="demand-fmr-help"
            />
          </div>
        </Field>
        <Field id="demand-escort" label={t('demand.escort')} help={t('demand.escortHelp')}>
          <FormSelect
            id="demand-escort"
            value={draft.escort}
            onChange={(_, escort) => change({ escort })}
            aria-describedby="demand-escort-help"
          >
            <FormSelectOption value="" label={t('demand.noEscort')} />
            {groups.map((name) => (
              <FormSelectOption key={name} value={name} label={name} />
            ))}
          </FormSelect>
        </Field>
        {draft.escort && (
          <Field id="demand-seconds" label={t('demand.seconds')} error={error('escortSeconds')}>
            <div className="janua-measure">
              <TextInput
                id="demand-seconds"
                inputMode="numeric"
                maxLength={3}
                value={draft.escortSeconds}
                validated={error('escortSeconds') ? 'error' : 'default'}
                onChange={(_, escortSeconds) => change({ escortSeconds })}
              />
              <span>{t('setting.openSeconds.unit')}</span>
            </div>
          </Field>
        )}
      </div>
    </ExpandableSection>
  );
}
