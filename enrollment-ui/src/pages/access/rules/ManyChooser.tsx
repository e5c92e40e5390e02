import { Checkbox, SearchInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';

const SEARCHABLE_FROM = 8;

/** Several of a list by their boxes; a long list is searched. */
export function ManyChooser({
  id,
  label,
  none,
  names,
  chosen,
  change,
  error,
}: {
  id: string;
  label: string;
  /** Where there is nothing to choose from. */
  none: string;
  names: string[];
  chosen: string[];
  change: (chosen: string[]) => void;
  error?: string | undefined;
}) {
  const { t } = useTranslation('access');
  const [query, setQuery] = useState('');
  // What was chosen and is gone by now can be given up only where it is shown.
  const all = [...names, ...chosen.filter((name) => !names.includes(name))];
  const shown = all.filter((name) => name.includes(query.trim().toLowerCase()));
  return (
    <Field id={id} label={label} role="group" error={error}>
      {all.length >= SEARCHABLE_FROM && (
        <SearchInput
          aria-label={t('chooser.search', { what: label })}
          placeholder={t('chooser.placeholder')}
          value={query}
          onChange={(_, value) => setQuery(value)}
          onClear={() => setQuery('')}
          resetButtonLabel={t('common:clearSearch')}
        />
      )}
      <div className="janua-many" id={id} tabIndex={-1}>
        {shown.map((name) => (
          <Checkbox
            key={name}
            id={`${id}-${name}`}
            label={name}
            isChecked={chosen.includes(name)}
            onChange={(_, on) => change(on ? [...chosen, name] : chosen.filter((each) => each !== name))}
          />
        ))}
        {all.length === 0 && <span className="janua-subtle">{none}</span>}
        {all.length > 0 && shown.length === 0 && (
          <span className="janua-subtle">{t('common:table.emptyFiltered')}</span>
        )}
      </div>
    </Field>
  );
}
