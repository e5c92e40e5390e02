import {
  FormGroup,
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
} from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { FaceImage } from '@/components/FaceImage';
import { ProblemAlert } from '@/components/ProblemAlert';
import { nameOf } from '@/pages/people/person';
import { useDebouncedText } from '@/components/useDebouncedText';

const MOST = 8;
/** Stands for the entry that creates somebody. An id never has a slash. */
const CREATE = '/create';

/** Finds somebody by a part of the name or the id. */
export function PersonFinder({
  gallery,
  focused,
  choose,
  create,
}: {
  gallery: string;
  focused: boolean;
  choose: (subject: string) => void;
  create: ((name: string) => void) | undefined;
}) {
  const { t } = useTranslation('enroll');
  const [query, setQuery] = useState('');
  const [typed, setTyped] = useDebouncedText(query, setQuery);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  const people = useQuery({
    queryKey: ['subjects', gallery, 'find', query],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects', {
          params: { path: { gallery }, query: { limit: MOST, ...(query ? { query } : {}) } },
        }),
      ),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const found = people.data?.items ?? [];
  const entries = [...found.map((person) => person.id), ...(create ? [CREATE] : [])];
  const pick = (entry: string) => (entry === CREATE ? create?.(typed.trim()) : choose(entry));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((before) => (before + step + entries.length + (before < 0 && step < 0 ? 1 : 0)) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Whoever is the only one to be found is meant.
      const meant = entries[active] ?? (typed.trim() === query && found.length === 1 ? found[0]!.id : undefined);
      if (open && meant !== undefined) pick(meant);
      else setOpen(true);
    }
  };
  return (
    <FormGroup label={t('who.find')} fieldId="enroll-find" className="janua-enroll-find">
      <Select
        variant="typeahead"
        isOpen={open}
        isScrollable
        onOpenChange={setOpen}
        onSelect={(_, entry) => pick(String(entry))}
        shouldFocusFirstItemOnOpen={false}
        toggle={(toggle) => (
          <MenuToggle
            variant="typeahead"
            innerRef={toggle}
            isFullWidth
            isExpanded={open}
            aria-label={t('who.found')}
            onClick={() => setOpen(!open)}
          >
            <TextInputGroup isPlain>
              <TextInputGroupMain
                innerRef={input}
                inputId="enroll-find"
                aria-label={t('who.find')}
                value={typed}
                placeholder={t('who.placeholder')}
                autoComplete="off"
                role="combobox"
                isExpanded={open}
                aria-controls="enroll-found"
                {...(active >= 0 && open ? { 'aria-activedescendant': `enroll-found-${active}` } : {})}
                onClick={() => setOpen(true)}
                onChange={(_, value) => {
                  setTyped(value);
                  setActive(-1);
                  setOpen(true);
                }}
                onKeyDown={press}
              />
            </TextInputGroup>
          </MenuToggle>
        )}
      >
        <SelectList id="enroll-found" aria-label={t('who.found')}>
          {found.map((person, index) => (
            <SelectOption
              key={person.id}
              id={`enroll-found-${index}`}
              value={person.id}
              isFocused={active === index}
              icon={
                <FaceImage
                  gallery={gallery}
                  subject={person.id}
                  face={person.portrait}
                  name={nameOf(person)}
                  size={40}
                />
              }
              description={`${person.name ? `${person.id} · ` : ''}${t('faces', { count: person.faces })}`}
            >
              {nameOf(person)}
            </SelectOption>
          ))}
          {found.length === 0 && (
            <SelectOption isDisabled>{people.isPending ? t('common:loading') : t('who.nobody')}</SelectOption>
          )}
          {create && (
            <SelectOption
              id={`enroll-found-${found.length}`}
              value={CREATE}
              isFocused={active === found.length}
              className="janua-enroll-create"
            >
              {typed.trim() ? t('who.create', { name: typed.trim() }) : t('who.new')}
            </SelectOption>
          )}
        </SelectList>
      </Select>
      {people.isError && <ProblemAlert problem={people.error} />}
    </FormGroup>
  );
}
