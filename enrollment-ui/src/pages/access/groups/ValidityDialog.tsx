import { TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { fromLocalInput, toLocalInput } from '@/components/localTime';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { useAccessChanged } from '../access-api';
import { FormDialog } from '../FormDialog';
import type { GroupMember } from '../types';
import { putMember } from './groups-api';

/** From when until when somebody belongs to a group, as visitors and temporary staff do. */
export function ValidityDialog({ group, member, close }: { group: string; member: GroupMember; close: () => void }) {
  const { t } = useTranslation('access');
  const changed = useAccessChanged();
  const [validFrom, setFrom] = useState(toLocalInput(member.validFrom));
  const [validUntil, setUntil] = useState(toLocalInput(member.validUntil));
  const backwards = Boolean(validFrom && validUntil && validUntil <= validFrom);
  const save = useOneAtATime({
    mutationFn: () =>
      putMember(group, member.subject, {
        validFrom: fromLocalInput(validFrom),
        validUntil: fromLocalInput(validUntil),
      }),
    onSuccess: async () => {
      await changed();
      close();
    },
  });
  const error = backwards ? t('rule.fault.backwards') : fieldProblem(save.error, 'validUntil');
  return (
    <FormDialog
      title={t('member.validityTitle', { name: member.name ?? member.subject })}
      confirm={t('common:save')}
      variant="small"
      busy={save.isPending}
      focus="member-from"
      submit={() => !backwards && save.mutate()}
      close={close}
    >
      <Field id="member-from" label={t('member.validFrom')} help={t('member.validFromHelp')}>
        <TextInput
          id="member-from"
          type="datetime-local"
          value={validFrom}
          onChange={(_, value) => setFrom(value)}
          aria-describedby="member-from-help"
        />
      </Field>
      <Field id="member-until" label={t('member.validUntil')} help={t('member.validUntilHelp')} error={error}>
        <TextInput
          id="member-until"
          type="datetime-local"
          value={validUntil}
          validated={error ? 'error' : 'default'}
          onChange={(_, value) => setUntil(value)}
          aria-describedby="member-until-help"
        />
      </Field>
      {save.isError && !error && <ProblemAlert problem={save.error} />}
    </FormDialog>
  );
}
