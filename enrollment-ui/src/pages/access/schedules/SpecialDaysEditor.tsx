import { Button } from '@patternfly/react-core';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { useTranslation } from 'react-i18next';
import type { DraftSpecialDay } from './scheduleDraft';
import { SpecialDayFields } from './SpecialDayFields';
import type { EditorProps } from './WeekEditor';

/** Days that are unlike their weekday: holidays, stocktaking, a party. */
export function SpecialDaysEditor({ draft: { specialDays }, faults, change, isDisabled }: EditorProps) {
  const { t } = useTranslation('access');
  const replace = (index: number, special: DraftSpecialDay | undefined) =>
    change({ specialDays: specialDays.toSpliced(index, 1, ...(special ? [special] : [])) });
  return (
    <section aria-labelledby="special-days">
      <h2 id="special-days">{t('schedule.special')}</h2>
      <p className="janua-subtle">{t('schedule.specialHelp')}</p>
      {specialDays.map((special, index) => (
        <SpecialDayFields
          key={index}
          number={index + 1}
          special={special}
          fault={faults.get(`specialDays.${index}`)}
          change={(changed) => replace(index, changed)}
          isDisabled={isDisabled}
        />
      ))}
      <Button
        variant="link"
        isInline
        icon={<PlusIcon />}
        isDisabled={isDisabled}
        onClick={() =>
          change({ specialDays: [...specialDays, { name: '', date: '', repeat: { kind: 'never' }, periods: [] }] })
        }
      >
        {t('schedule.addSpecial')}
      </Button>
    </section>
  );
}
