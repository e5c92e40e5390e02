import { Button, Flex, FlexItem, FormSelect, FormSelectOption } from '@patternfly/react-core';
import AngleLeftIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const SIZES = [20, 50, 100, 200];

/** Where in a list the person is. A cursor only leads forwards, so the way back is remembered. */
export interface Paging {
  cursor: string | undefined;
  limit: number;
  page: number;
  next(cursor: string): void;
  previous(): void;
  resize(limit: number): void;
}

/** @param list everything that decides what the list holds; a change begins at its first page */
export function usePaging(list: string, initialLimit = 50): Paging {
  const [limit, setLimit] = useState(initialLimit);
  const [place, setPlace] = useState<{ list: string; cursors: string[] }>({ list, cursors: [] });
  const cursors = place.list === list ? place.cursors : [];
  return {
    cursor: cursors.at(-1),
    limit,
    page: cursors.length + 1,
    next: (cursor) => setPlace({ list, cursors: [...cursors, cursor] }),
    previous: () => setPlace({ list, cursors: cursors.slice(0, -1) }),
    resize: (size) => {
      setLimit(size);
      setPlace({ list, cursors: [] });
    },
  };
}

export function Pager({ paging, nextCursor }: { paging: Paging; nextCursor: string | null | undefined }) {
  const { t } = useTranslation();
  return (
    <Flex component="nav" aria-label={t('paging.page', { page: paging.page })} className="janua-pager">
      <FlexItem>
        <FormSelect
          value={paging.limit}
          onChange={(_, size) => paging.resize(Number(size))}
          aria-label={t('paging.perPage', { count: paging.limit })}
        >
          {SIZES.map((size) => (
            <FormSelectOption key={size} value={size} label={t('paging.perPage', { count: size })} />
          ))}
        </FormSelect>
      </FlexItem>
      <FlexItem align={{ default: 'alignRight' }}>{t('paging.page', { page: paging.page })}</FlexItem>
      <FlexItem>
        <Button
          variant="plain"
          icon={<AngleLeftIcon />}
          aria-label={t('paging.previous')}
          isDisabled={paging.page === 1}
          onClick={paging.previous}
        />
        <Button
          variant="plain"
          icon={<AngleRightIcon />}
          aria-label={t('paging.next')}
          isDisabled={!nextCursor}
          onClick={() => nextCursor && paging.next(nextCursor)}
        />
      </FlexItem>
    </Flex>
  );
}
