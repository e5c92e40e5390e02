import { Button, Content, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Time } from '@/components/formats';
import { BASELINE_DAYS, dayBefore } from './drift';

/** With which days the gallery is compared, and how to take others. */
export function BaselineChoice({
  gallery,
  baseline,
  last,
}: {
  gallery: string;
  baseline: Schemas['DriftBaseline'] | undefined;
  /** The last day that is told of. */
  last: string;
}) {
  const { t } = useTranslation('operating');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Content component="p" className="janua-gap-above">
        {baseline ? (
          <>
            {t(baseline.chosen ? 'since.baseline.chosen' : 'since.baseline.first')} <Day of={baseline.from} /> –{' '}
            <Day of={baseline.to} />
          </>
        ) : (
          t('since.baseline.none')
        )}
      </Content>
      {may('galleries.write') && (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {t('since.baseline.action')}
        </Button>
      )}
      {asking && <Choosing gallery={gallery} last={last} onClose={() => setAsking(false)} />}
    </>
  );
}

function Choosing({ gallery, last, onClose }: { gallery: string; last: string; onClose: () => void }) {
  const { t } = useTranslation('operating');
  const queries = useQueryClient();
  const id = useId();
  const [from, setFrom] = useState(dayBefore(last, BASELINE_DAYS - 1));
  const [to, setTo] = useState(last);
  const take = async () => {
    const changed = await ok(
      api.PUT('/v1/galleries/{gallery}/drift/baseline', { params: { path: { gallery } }, body: { from, to } }),
    );
    queries.setQueryData(['drift', gallery], changed);
  };
  return (
    <ConfirmDialog
      title={t('since.baseline.title', { gallery })}
      confirm={t('since.baseline.confirm')}
      danger={false}
      onConfirm={take}
      onClose={onClose}
    >
      <Content component="p">{t('since.baseline.help')}</Content>
      <Form className="janua-gap-above" onSubmit={(event) => event.preventDefault()}>
        <FormGroup label={t('since.baseline.from')} fieldId={`${id}-from`}>
          <TextInput
            id={`${id}-from`}
            type="date"
            value={from}
            max={to || last}
            onChange={(_, value) => setFrom(value)}
          />
        </FormGroup>
        <FormGroup label={t('since.baseline.to')} fieldId={`${id}-to`}>
          <TextInput
            id={`${id}-to`}
            type="date"
            value={to}
            min={from}
            max={last}
            onChange={(_, value) => setTo(value)}
          />
        </FormGroup>
      </Form>
    </ConfirmDialog>
  );
}

/** At noon a day of UTC is the same one nearly everywhere. */
function Day({ of }: { of: string }) {
  return <Time at={`${of}T12:00:00Z`} dateOnly />;
}
