import { Checkbox, Label, LabelGroup, SearchInput } from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useDebouncedText } from '@/components/useDebouncedText';
import { useOneAtATime } from '@/components/useOneAtATime';
import { nameOf } from '@/pages/people/person';
import { SeenFace } from '@/pages/people/SeenFace';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import type { AccessGroup } from '../types';
import { addMembers } from './groups-api';

const SHOWN = 50;
const MOST = 500;
const FACE_PIXELS = 32;

/** Finds people and adds as many as are chosen, all or none. */
export function AddMembersDialog({ group, close }: { group: AccessGroup; close: () => void }) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const [query, setQuery] = useState('');
  const [typed, setTyped] = useDebouncedText(query, setQuery);
  // By id, with the name: who was chosen stays so when another search shows other people.
  const [chosen, setChosen] = useState<Map<string, string>>(new Map());
  const people = useQuery({
    queryKey: ['subjects', group.gallery, 'members', query],
    queryFn: () =>
      ok(
        api.GET('/v1/galleries/{gallery}/subjects', {
          params: { path: { gallery: group.gallery }, query: { query: query || undefined, limit: SHOWN } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const add = useOneAtATime({
    mutationFn: () => addMembers(group.name, [...chosen.keys()]),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const toggle = (id: string, name: string) => {
    const next = new Map(chosen);
    if (!next.delete(id) && next.size < MOST) next.set(id, name);
    setChosen(next);
  };
  return (
    <FormDialog
      title={t('member.add.title', { group: group.name })}
      confirm={t('member.add.confirm', { count: chosen.size })}
      busy={add.isPending || add.isSuccess}
      focus="member-search"
      submit={() => chosen.size > 0 && add.mutate()}
      close={close}
    >
      <SearchInput
        searchInputId="member-search"
        aria-label={t('member.add.search')}
        placeholder={t('member.add.search')}
        value={typed}
        onChange={(_, value) => setTyped(value)}
        onClear={() => setTyped('')}
        resetButtonLabel={t('common:clearSearch')}
      />
      {chosen.size > 0 && (
        <LabelGroup
          categoryName={t('member.add.chosen')}
          numLabels={8}
          expandedText={t('member.add.fewer')}
          collapsedText={t('member.add.more', { count: Math.max(0, chosen.size - 8) })}
        >
          {[...chosen].map(([id, name]) => (
            <Label key={id} onClose={() => toggle(id, name)} closeBtnAriaLabel={t('member.add.drop', { name })}>
              {name}
            </Label>
          ))}
        </LabelGroup>
      )}
      <div className="janua-found" role="group" aria-label={t('member.add.found')}>
        {people.data?.items.map((person) => (
          <Checkbox
            key={person.id}
            id={`member-${person.id}`}
            label={
              <span className="janua-found-person">
                <SeenFace
                  gallery={group.gallery}
                  subject={person.id}
                  face={person.portrait}
                  name={nameOf(person)}
                  size={FACE_PIXELS}
                />
                <span>
                  {nameOf(person)} {person.name && <span className="janua-subtle">{person.id}</span>}
                </span>
              </span>
            }
            isChecked={chosen.has(person.id)}
            onChange={() => toggle(person.id, nameOf(person))}
          />
        ))}
        {people.data?.items.length === 0 && <p className="janua-subtle">{t('member.add.nobody')}</p>}
        {people.data?.nextCursor && <p className="janua-subtle">{t('member.add.searchForMore')}</p>}
      </div>
      {people.isError && <ProblemAlert problem={people.error} />}
      {add.isError && <ProblemAlert problem={add.error} />}
    </FormDialog>
  );
}
