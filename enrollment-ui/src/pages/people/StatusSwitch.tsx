import { HelperText, HelperTextItem, Switch } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '@/api/client';
import { useMay } from '@/auth/me';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { type Person, type Place, usePersonChanged } from './person';
import { StatusLabel } from './StatusLabel';

/** Suspends somebody at once, and lets them in again. */
export function StatusSwitch({ place, person }: { place: Place; person: Person }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const changed = usePersonChanged(place);
  const change = useOneAtATime({
    mutationFn: (active: boolean) =>
      ok(
        api.PATCH('/v1/galleries/{gallery}/subjects/{subject}', {
          params: { path: place },
          body: { status: active ? 'active' : 'suspended' },
        }),
      ),
    onSuccess: changed,
  });
  if (!may('subjects.write')) {
    return <StatusLabel status={person.status} />;
  }
  const active = change.isPending ? change.variables : person.status === 'active';
  return (
    <>
      <Switch
        id="person-status"
        label={t(active ? 'status.active' : 'status.suspended')}
        aria-label={t('status.switch')}
        isChecked={active}
        isDisabled={change.isPending}
        onChange={(_, wanted) => change.mutate(wanted)}
      />
      {!active && (
        <HelperText isLiveRegion>
          <HelperTextItem variant="warning">{t('status.suspendedHelp')}</HelperTextItem>
        </HelperText>
      )}
      {change.isError && <ProblemAlert problem={change.error} onClose={change.reset} />}
    </>
  );
}
