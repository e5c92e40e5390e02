import { Card, CardBody, CardTitle, Content, Label } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import type { Kind } from './choice';
import type { OperatingPoint } from './operating';
import type { Traffic } from './traffic';
import { useFrequencyText } from './useFrequencyText';

/** What a rule means for the people before the camera, beside what it is now. */
export function Consequences({
  kind,
  now,
  chosen,
  traffic,
}: {
  kind: Kind;
  now: OperatingPoint;
  /** The same as now where nothing else was chosen. */
  chosen: OperatingPoint;
  traffic: Traffic;
}) {
  const { t } = useTranslation('operating');
  const { number, oneIn, percent, score } = useFormats();
  const often = useFrequencyText();
  const missed = ({ fnmr }: OperatingPoint) =>
    fnmr === undefined ? t('consequence.unmeasured') : often(traffic.enrolled * fnmr);
  const before = (text: string) => (chosen === now ? t('consequence.asNow') : t('consequence.now', { text }));
  const small = (rate: number) => number(1 / rate, { maximumSignificantDigits: 2 });
  return (
    <section aria-label={t('consequence.title')}>
      <div className="janua-consequences">
        <Tile
          title={t(`consequence.alarms.${kind}`)}
          value={often(traffic.strangers * chosen.rate)}
          before={before(often(traffic.strangers * now.rate))}
          help={t(`consequence.alarmsHelp.${kind}`, {
            n: oneIn(chosen.rate),
            count: traffic.strangers,
            strangers: number(traffic.strangers),
          })}
        />
        <Tile
          title={t('consequence.missed')}
          value={missed(chosen)}
          before={before(missed(now))}
          help={
            chosen.fnmr === undefined
              ? undefined
              : t('consequence.missedHelp', { percent: percent(chosen.fnmr), enrolled: number(traffic.enrolled) })
          }
        />
        <Tile
          title={t('consequence.threshold')}
          value={score(chosen.threshold)}
          before={before(score(now.threshold))}
          help={t('consequence.thresholdHelp', { n: small(chosen.fmr) })}
          label={
            <Label isCompact color={chosen.extrapolated ? 'orange' : 'green'}>
              {t(chosen.extrapolated ? 'extrapolated.label' : 'extrapolated.not')}
            </Label>
          }
        />
      </div>
      <div role="status">
        {chosen.extrapolated && (
          <Notice variant="warning" title={t('extrapolated.title')} className="janua-gap-above">
            {t('extrapolated.help')}
          </Notice>
        )}
      </div>
      <Content component="small" className="janua-gap-above">
        {t('consequence.note')}
      </Content>
    </section>
  );
}

function Tile({
  title,
  value,
  before,
  help,
  label,
}: {
  title: string;
  value: string;
  before: string;
  help?: string | undefined;
  label?: ReactNode;
}) {
  return (
    <Card isCompact>
      <CardTitle component="h2">
        {title} {label}
      </CardTitle>
      <CardBody>
        <output className="janua-consequence">{value}</output>
        <Content component="small">{before}</Content>
        {help && <Content component="p">{help}</Content>}
      </CardBody>
    </Card>
  );
}
