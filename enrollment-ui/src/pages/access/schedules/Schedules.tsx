import '../access.css';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Skeleton,
} from '@patternfly/react-core';
import CalendarAltIcon from '@patternfly/react-icons/dist/esm/icons/calendar-alt-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { useFormats } from '@/components/formats';
import { PageBody } from '@/components/PageBody';
import { useSchedules } from '../access-api';
import { schedulePath } from '../paths';
import type { AccessSchedule } from '../types';
import { NewScheduleDialog } from './NewScheduleDialog';
import { useDayTexts } from './useDayTexts';

/** When rules hold. */
export default function Schedules() {
  const { t } = useTranslation('access');
  const may = useMay();
  const schedules = useSchedules();
  const [creating, setCreating] = useState(false);
  const create = may('access.write') && <Button onClick={() => setCreating(true)}>{t('schedule.new.action')}</Button>;
  return (
    <PageBody title={t('schedule.title')} description={t('schedule.description')} actions={create}>
      {schedules.isError && !schedules.data ? (
        <Failure problem={schedules.error} retry={() => void schedules.refetch()} />
      ) : !schedules.data ? (
        <Skeleton height="14rem" screenreaderText={t('common:loading')} />
      ) : schedules.data.length === 0 ? (
        <EmptyState headingLevel="h2" icon={CalendarAltIcon} titleText={t('schedule.empty.title')}>
          <EmptyStateBody>{t('schedule.empty.help')}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>{create}</EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      ) : (
        <ScheduleTable schedules={schedules.data} />
      )}
      {creating && <NewScheduleDialog close={() => setCreating(false)} />}
    </PageBody>
  );
}

function ScheduleTable({ schedules }: { schedules: AccessSchedule[] }) {
  const { t } = useTranslation('access');
  const { number } = useFormats();
  const { weekly } = useDayTexts();
  return (
    <Table variant="compact" aria-label={t('schedule.title')}>
      <Thead>
        <Tr>
          <Th>{t('schedule.name')}</Th>
          <Th>{t('schedule.week')}</Th>
          <Th>{t('schedule.special')}</Th>
          <Th>{t('schedule.zone')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {schedules.map((schedule) => (
          <Tr key={schedule.name}>
            <Td dataLabel={t('schedule.name')} modifier="breakWord">
              <Link to={schedulePath(schedule.name)}>{schedule.name}</Link>
              {schedule.description && <div className="janua-subtle">{schedule.description}</div>}
            </Td>
            <Td dataLabel={t('schedule.week')}>
              <span>
                {schedule.weekly.length === 0 && t('span.never')}
                {schedule.weekly.map((period) => (
                  <div key={weekly(period)}>{weekly(period)}</div>
                ))}
              </span>
            </Td>
            <Td dataLabel={t('schedule.special')}>{number(schedule.specialDays.length)}</Td>
            <Td dataLabel={t('schedule.zone')}>{schedule.timeZone}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
