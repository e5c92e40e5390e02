import {
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
} from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { nameOf } from '@/pages/people/person';
import { useDebouncedText } from '@/components/useDebouncedText';

const SUGGESTED = 8;

/** Chooses an enrolled person by name or id. Who may not see the list types the id. */
export function PersonChooser({
  gallery,
  chosen,
  choose,
}: {
  gallery: string;
  chosen: string | undefined;
  choose: (subject: string) => void;
}) {
  const { t } = useTranslation('recognise');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [typed, setTyped] = useDebouncedText(query, setQuery);
  const [typing, setTyping] = useState(false);
  // The place of the option that Enter takes.
  const [active, setActive] = useState(0);
  const people = useQuery({
    queryKey: ['subjects', gallery, 'chooser', query],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects', {
          params: { path: { gallery }, query: { query: query || undefined, enrolled: true, limit: SUGGESTED } },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: open && may('subjects.read'),
  });
  const take = (subject: string) => {
    setOpen(false);
    setTyping(false);
    setTyped('');
    if (subject && subject !== chosen) choose(subject);
  };
  const items = people.data?.items ?? [];
  const pressed = (event: KeyboardEvent) => {
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        // The list may still be the one of the text before; who sees none types the whole id.
        take(may('subjects.read') ? (typed === query ? (items[active]?.id ?? '') : '') : typed.trim());
        break;
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        setOpen(true);
        setActive(move(active, event.key === 'ArrowDown' ? 1 : -1, items.length));
        break;
    }
  };
  return (
    <Select
      isOpen={open && may('subjects.read')}
      selected={chosen}
      onSelect={(_, subject) => take(String(subject))}
      onOpenChange={setOpen}
      variant="typeahead"
      // After the field also for those who hear the page.
      popperProps={{ appendTo: 'inline' }}
      toggle={(toggle) => (
        <MenuToggle
          ref={toggle}
          variant="typeahead"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          aria-label={t('question.subject')}
        >
          <TextInputGroup isPlain>
            <TextInputGroupMain
              value={typing ? typed : (chosen ?? '')}
              placeholder={t('question.subject')}
              aria-label={t('question.subject')}
              role="combobox"
              isExpanded={open}
              aria-controls="claimed-people"
              autoComplete="off"
              onClick={() => setOpen(true)}
              onChange={(_, text) => {
                setTyping(true);
                setTyped(text);
                setActive(0);
                setOpen(true);
              }}
              onKeyDown={pressed}
              {...(open && items.length > 0 ? { 'aria-activedescendant': `claimed-${active}` } : {})}
            />
          </TextInputGroup>
        </MenuToggle>
      )}
    >
      <SelectList id="claimed-people">
        {items.map((person, index) => (
          <SelectOption
            key={person.id}
            id={`claimed-${index}`}
            isFocused={index === active}
            value={person.id}
            description={person.name ? person.id : undefined}
          >
            {nameOf(person)}
          </SelectOption>
        ))}
        {people.data && items.length === 0 && (
          <SelectOption isDisabled value="">
            {t('question.nobody')}
          </SelectOption>
        )}
      </SelectList>
    </Select>
  );
}

/** From the last to the first, and back. */
function move(from: number, by: number, count: number): number {
  return count === 0 ? 0 : (from + by + count) % count;
}
