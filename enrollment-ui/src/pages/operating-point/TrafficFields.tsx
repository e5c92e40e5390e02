import { Form, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { useFormats } from '@/components/formats';
import type { Kind } from './choice';
import { countOf, type Traffic } from './traffic';

/** What happens in a day, and among how many people; the counts are remembered on this device. */
export function TrafficFields({
  kind,
  traffic,
  change,
  people,
  subjects,
  changePeople,
}: {
  kind: Kind;
  traffic: Traffic;
  change: (traffic: Traffic) => void;
  people: number;
  /** How many there are. */
  subjects: number;
  changePeople: (people: number) => void;
}) {
  const { t } = useTranslation('operating');
  const { number } = useFormats();
  return (
    <Form className="janua-traffic" onSubmit={(event) => event.preventDefault()}>
      <CountField
        id="strangers"
        label={t(`traffic.strangers.${kind}`)}
        value={traffic.strangers}
        change={(strangers) => change({ ...traffic, strangers })}
      />
      <CountField
        id="enrolled"
        label={t(`traffic.enrolled.${kind}`)}
        value={traffic.enrolled}
        change={(enrolled) => change({ ...traffic, enrolled })}
      />
      {kind === 'identify' && (
        <CountField
          id="people"
          label={t('traffic.people')}
          help={t('traffic.peopleHelp', { count: subjects, n: number(subjects) })}
          least={1}
          value={people}
          change={changePeople}
        />
      )}
    </Form>
  );
}

function CountField({
  id,
  label,
  help,
  least = 0,
  value,
  change,
}: {
  id: string;
  label: string;
  help?: string;
  least?: number;
  value: number;
  change: (value: number) => void;
}) {
  // While somebody types, the field may be empty; when they go on, it shows what was understood.
  const [typed, setTyped] = useState<string>();
  return (
    <Field id={id} label={label} help={help}>
      <TextInput
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        value={typed ?? value}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        onChange={(_, text) => {
          setTyped(text);
          if (text.trim() !== '') change(countOf(text, least));
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}
