import { Button, Card, CardBody, CardTitle, Content, Form, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { file } from '@/api/client';
import { useMe } from '@/auth/me';
import { CopyButton } from '@/components/CopyButton';
import { download } from '@/components/download';
import { Field } from '@/components/Field';
import { fieldProblem } from '@/components/fieldProblem';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useOneAtATime } from '@/components/useOneAtATime';
import { exportName, keyName, verifyCommand } from './files';

/** The log as a file, and how somebody else checks it. */
export function ExportCard() {
  const { t } = useTranslation('audit');
  const { tenant } = useMe();
  const [from, setFrom] = useState('');
  const first = Number(from || 0);
  const valid = Number.isSafeInteger(first) && first >= 0;
  const save = useOneAtATime({
    mutationFn: async () => download(await file(`/v1/audit/export?from=${first}`), exportName(tenant, first)),
  });
  const command = verifyCommand(tenant, valid ? first : 0);
  return (
    <Card>
      <CardTitle component="h2">{t('export.title')}</CardTitle>
      <CardBody>
        <Content component="p">{t('export.help')}</Content>
        <Form
          className="janua-audit-export"
          onSubmit={(event) => {
            event.preventDefault();
            if (valid && !save.isPending) save.mutate();
          }}
        >
          <Field
            id="export-from"
            label={t('export.from')}
            help={t('export.fromHelp')}
            error={valid ? fieldProblem(save.error, 'from') : t('export.fromInvalid')}
          >
            <TextInput
              id="export-from"
              inputMode="numeric"
              placeholder="0"
              value={from}
              aria-describedby="export-from-help"
              validated={valid ? 'default' : 'error'}
              onChange={(_, value) => setFrom(value.trim())}
            />
          </Field>
          <div>
            <Button type="submit" isLoading={save.isPending} isDisabled={!valid || save.isPending}>
              {t('export.button')}
            </Button>
          </div>
        </Form>
        {save.isError && <ProblemAlert problem={save.error} />}
        <Content component="p" className="janua-gap-above">
          {t('export.check', { key: keyName(tenant) })}
        </Content>
        <pre className="janua-audit-command">{command}</pre>
        <CopyButton text={command} />
      </CardBody>
    </Card>
  );
}
