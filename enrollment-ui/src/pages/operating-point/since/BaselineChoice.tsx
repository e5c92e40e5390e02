import { Button, Content } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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
}: {
  gallery: string;
  baseline: Schemas['DriftBaseline'] | undefined;
}) {
  const { t } = useTranslation('operating');
  const may = useMay();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const take = async () => {
    const now = Date.now();
    const changed = await ok(
      api.PUT('/v1/galleries/{gallery}/drift/baseline', {
        params: { path: { gallery } },
        body: { from: dayBefore(now, BASELINE_DAYS - 1), to: dayBefore(now, 0) },
      }),
    );
    queries.setQueryData(['drift', gallery], changed);
  };
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
          {t('since.baseline.action', { n: BASELINE_DAYS })}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('since.baseline.title', { gallery })}
          confirm={t('since.baseline.confirm')}
          danger={false}
          onConfirm={take}
          onClose={() => setAsking(false)}
        >
          <Content component="p">{t('since.baseline.help', { n: BASELINE_DAYS })}</Content>
        </ConfirmDialog>
      )}
    </>
  );
}

/** At noon a day of UTC is the same one nearly everywhere. */
function Day({ of }: { of: string }) {
  return <Time at={`${of}T12:00:00Z`} dateOnly />;
}
