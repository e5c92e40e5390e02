import { Button, Content } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok, type Schemas } from '@/api/client';
import { useMay } from '@/auth/me';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { type Kind, ownRate } from './choice';
import type { OperatingPoint } from './operating';
import { sameRate } from './rates';
import type { Traffic } from './traffic';
import { useFrequencyText } from './useFrequencyText';

/** Makes the chosen rate the gallery's own, after showing what it changes. */
export function SavePolicy({
  gallery,
  kind,
  now,
  next,
  traffic,
}: {
  gallery: Schemas['Gallery'];
  kind: Kind;
  now: OperatingPoint;
  /** With the chosen rate among the people of today: growing is not part of the rule. */
  next: OperatingPoint;
  traffic: Traffic;
}) {
  const { t } = useTranslation('operating');
  const may = useMay();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState<number>();
  const { rate } = next;
  const isSame = sameRate(rate, ownRate(gallery, kind));
  const save = async () => {
    const policy = { [kind === 'identify' ? 'fpir' : 'fmr']: rate };
    const changed = await ok(
      api.PATCH('/v1/galleries/{gallery}', {
        params: { path: { gallery: gallery.name } },
        body: { policy } as Schemas['GalleryChange'],
      }),
    );
    setSaved(rate);
    queries.setQueryData(['galleries', gallery.name], changed);
    await queries.invalidateQueries({ queryKey: ['galleries'], exact: true });
  };
  return (
    <>
      {may('galleries.write') && (
        <Button
          className="janua-gap-above"
          // Stays reachable, so that the focus is not lost when it was the last thing done.
          isAriaDisabled={isSame}
          onClick={() => setAsking(true)}
        >
          {t('save.action')}
        </Button>
      )}
      <div role="status">
        {saved !== undefined && isSame && (
          <Notice isPlain variant="success" title={t('save.saved')} className="janua-gap-above" />
        )}
        {isSame && saved === undefined && (
          <Content component="small" className="janua-gap-above">
            {t('save.same')}
          </Content>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t('save.title', { gallery: gallery.name })}
          confirm={t('save.confirm')}
          danger={false}
          onConfirm={save}
          onClose={() => setAsking(false)}
        >
          <Content component="p">{t(`save.help.${kind}`)}</Content>
          <BeforeAndAfter kind={kind} now={now} next={next} traffic={traffic} />
        </ConfirmDialog>
      )}
    </>
  );
}

function BeforeAndAfter({
  kind,
  now,
  next,
  traffic,
}: {
  kind: Kind;
  now: OperatingPoint;
  next: OperatingPoint;
  traffic: Traffic;
}) {
  const { t } = useTranslation('operating');
  const { oneIn, score } = useFormats();
  const often = useFrequencyText();
  const rows: [string, (point: OperatingPoint) => string][] = [
    [t(`rate.${kind}`), ({ rate }) => t('common:rate.oneIn', { n: oneIn(rate) })],
    [t('consequence.threshold'), ({ threshold }) => score(threshold)],
    [t(`consequence.alarms.${kind}`), ({ rate }) => often(traffic.strangers * rate)],
    [
      t('consequence.missed'),
      ({ fnmr }) => (fnmr === undefined ? t('consequence.unmeasured') : often(traffic.enrolled * fnmr)),
    ],
  ];
  return (
    <Table variant="compact" aria-label={t('save.table')}>
      <Thead>
        <Tr>
          <Th screenReaderText={t('save.what')} />
          <Th>{t('save.before')}</Th>
          <Th>{t('save.after')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(([what, of]) => (
          <Tr key={what}>
            <Th dataLabel={t('save.what')}>{what}</Th>
            <Td dataLabel={t('save.before')}>{of(now)}</Td>
            <Td dataLabel={t('save.after')}>{of(next)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
