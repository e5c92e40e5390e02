import { Checkbox } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ChooseSome } from './ChooseSome';
import { EVENT_GROUPS, eventKey } from './eventTypes';

export function EventsChooser({
  chosen,
  change,
  fault,
}: {
  /** Undefined for all. */
  chosen: string[] | undefined;
  change: (events: string[] | undefined) => void;
  fault: string | undefined;
}) {
  const { t } = useTranslation('hooks');
  return (
    <ChooseSome
      name="hook-events"
      legend={t('events.legend')}
      all={{ label: t('events.all'), help: t('events.allHelp') }}
      some={t('events.some')}
      isAll={!chosen}
      change={(all) => change(all ? undefined : ['access.granted', 'access.denied', 'access.blocked'])}
      fault={fault}
    >
      {EVENT_GROUPS.map((group) => (
        <fieldset key={group.name} className="janua-hooks-group janua-hooks-choices">
          <legend>{t(`events.${group.name}`)}</legend>
          {group.types.map((type) => (
            <Checkbox
              key={type}
              id={`event-${type}`}
              label={t(eventKey(type))}
              description={type}
              isChecked={chosen?.includes(type) ?? false}
              onChange={(_, checked) =>
                change(checked ? [...(chosen ?? []), type] : (chosen ?? []).filter((each) => each !== type))
              }
            />
          ))}
        </fieldset>
      ))}
    </ChooseSome>
  );
}
