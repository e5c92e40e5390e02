import {
  FormSelect,
  FormSelectOption,
  SearchInput,
  ToggleGroup,
  ToggleGroupItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import TableIcon from '@patternfly/react-icons/dist/esm/icons/table-icon';
import ThLargeIcon from '@patternfly/react-icons/dist/esm/icons/th-large-icon';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleFilters } from './filters';
import { useDebouncedText } from '@/components/useDebouncedText';
import type { PeopleView } from './view';

export function PeopleToolbar({
  filters,
  change,
  view,
  changeView,
}: {
  filters: PeopleFilters;
  change: (filters: PeopleFilters, typing: boolean) => void;
  view: PeopleView;
  changeView: (view: PeopleView) => void;
}) {
  const { t } = useTranslation('people');
  const latest = useRef({ filters, change });
  useEffect(() => {
    latest.current = { filters, change };
  });
  const search = useCallback((query: string) => latest.current.change({ ...latest.current.filters, query }, true), []);
  const [typed, setTyped] = useDebouncedText(filters.query, search);
  return (
    <Toolbar inset={{ default: 'insetNone' }}>
      <ToolbarContent>
        <ToolbarItem className="janua-people-search">
          <SearchInput
            aria-label={t('search.label')}
            placeholder={t('search.placeholder')}
            value={typed}
            onChange={(_, value) => setTyped(value)}
            onClear={() => setTyped('')}
            resetButtonLabel={t('common:clearSearch')}
          />
        </ToolbarItem>
        <ToolbarItem className="janua-people-filter">
          <FormSelect
            aria-label={t('column.status')}
            value={filters.status ?? ''}
            onChange={(_, value) =>
              change({ ...filters, status: (value || undefined) as PeopleFilters['status'] }, false)
            }
          >
            <FormSelectOption value="" label={t('filter.anyStatus')} />
            <FormSelectOption value="active" label={t('status.active')} />
            <FormSelectOption value="suspended" label={t('status.suspended')} />
          </FormSelect>
        </ToolbarItem>
        <ToolbarItem className="janua-people-filter">
          <FormSelect
            aria-label={t('filter.enrolled')}
            value={filters.enrolled === undefined ? '' : String(filters.enrolled)}
            onChange={(_, value) =>
              change({ ...filters, enrolled: value === '' ? undefined : value === 'true' }, false)
            }
          >
            <FormSelectOption value="" label={t('filter.enrolledOrNot')} />
            <FormSelectOption value="true" label={t('filter.withFace')} />
            <FormSelectOption value="false" label={t('filter.withoutFace')} />
          </FormSelect>
        </ToolbarItem>
        <ToolbarItem align={{ default: 'alignEnd' }}>
          <ToggleGroup aria-label={t('view.label')}>
            <ToggleGroupItem
              icon={<TableIcon />}
              aria-label={t('view.table')}
              isSelected={view === 'table'}
              onChange={() => changeView('table')}
            />
            <ToggleGroupItem
              icon={<ThLargeIcon />}
              aria-label={t('view.grid')}
              isSelected={view === 'grid'}
              onChange={() => changeView('grid')}
            />
          </ToggleGroup>
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
