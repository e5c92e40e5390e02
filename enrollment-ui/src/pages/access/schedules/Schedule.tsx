import '../access.css';
import './schedule.css';
import { Button, Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import { ACCESS, useAccessChanged } from '../access-api';
import { SCHEDULES } from '../paths';
import { ScheduleEditor } from './ScheduleEditor';

/** One schedule: a calendar of when it holds, beside what says so. */
export default function Schedule() {
  const { t } = useTranslation('access');
  const name = useParams().schedule!;
  const may = useMay();
  const schedule = useQuery({
    queryKey: [ACCESS, 'schedule', name],
    queryFn: () => ok(api.GET('/v1/access/schedules/{schedule}', { params: { path: { schedule: name } } })),
  });
  const trail = [{ to: SCHEDULES, text: t('schedule.title') }];
  if (schedule.isError && !schedule.data) {
    return <Failure problem={schedule.error} retry={() => void schedule.refetch()} />;
  }
  return (
    <PageBody
      title={name}
      description={schedule.data?.description}
      trail={trail}
      actions={may('access.write') && schedule.data && <DeleteSchedule name={name} />}
    >
      {schedule.data ? (
        <ScheduleEditor schedule={schedule.data} />
      ) : (
        <Skeleton height="24rem" screenreaderText={t('common:loading')} />
      )}
    </PageBody>
  );
}

function DeleteSchedule({ name }: { name: string }) {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const changed = useAccessChanged();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await ok(api.DELETE('/v1/access/schedules/{schedule}', { params: { path: { schedule: name } } }));
    await navigate(SCHEDULES, { replace: true });
    await changed();
  };
  return (
    <>
      <Button variant="secondary" isDanger onClick={() => setAsking(true)}>
        {t('schedule.delete.action')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('schedule.delete.title', { name })}
          confirm={t('schedule.delete.action')}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          <p>{t('schedule.delete.help')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
