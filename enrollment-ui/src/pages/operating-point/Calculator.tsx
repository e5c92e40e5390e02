import { Grid, GridItem, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { RateSlider } from '@/components/RateSlider';
import { changed, choiceOf, type Kind, ownRate } from './choice';
import { Consequences } from './Consequences';
import { DetCard } from './DetCard';
import { DistributionCard } from './DistributionCard';
import { type Calibration, operatingPoint } from './operating';
import { RATES, sameRate } from './rates';
import { SavePolicy } from './SavePolicy';
import { rememberedTraffic, rememberTraffic, type Traffic } from './traffic';
import { TrafficFields } from './TrafficFields';

const KINDS: Kind[] = ['identify', 'verify'];

/** A rule, what it costs in a day, and where it lies on the model's curves. */
export function Calculator({
  gallery,
  model,
  calibration,
}: {
  gallery: Schemas['Gallery'];
  model: Schemas['Model'];
  calibration: Calibration;
}) {
  const { t } = useTranslation('operating');
  const [address, setAddress] = useSearchParams();
  const [traffic, setTraffic] = useState(() => rememberedTraffic(gallery.name));
  const { kind, step, rate, people } = choiceOf(address, gallery);
  const own = ownRate(gallery, kind);
  // At once: a slider that lags behind its keys loses some of them.
  const change = (what: Parameters<typeof changed>[1]) =>
    setAddress(changed(address, what), { replace: true, flushSync: true });
  const count = (counts: Traffic) => {
    setTraffic(counts);
    rememberTraffic(gallery.name, counts);
  };
  const peopleNow = kind === 'identify' ? gallery.subjects : 1;
  const now = operatingPoint(calibration, own, peopleNow);
  const chosen = operatingPoint(calibration, rate, people);
  const isAsNow = sameRate(rate, own) && (kind === 'verify' || people === Math.max(1, gallery.subjects));
  return (
    <>
      <ToggleGroup aria-label={t('kind.label')}>
        {KINDS.map((each) => (
          <ToggleGroupItem
            key={each}
            buttonId={`kind-${each}`}
            text={t(`kind.${each}`)}
            isSelected={each === kind}
            onChange={() => each !== kind && change({ kind: each })}
          />
        ))}
      </ToggleGroup>
      <Grid hasGutter className="janua-gap-above">
        <GridItem lg={5}>
          <TrafficFields
            kind={kind}
            traffic={traffic}
            change={count}
            people={people}
            subjects={gallery.subjects}
            changePeople={(asked) => change({ people: asked })}
          />
          <RateSlider
            label={t(`rate.${kind}`)}
            rates={RATES}
            step={step}
            change={(next) => change({ rate: RATES[next]! })}
          />
          <SavePolicy
            gallery={gallery}
            kind={kind}
            now={now}
            next={operatingPoint(calibration, rate, peopleNow)}
            traffic={traffic}
          />
        </GridItem>
        <GridItem lg={7}>
          <Consequences kind={kind} now={now} chosen={isAsNow ? now : chosen} traffic={traffic} />
        </GridItem>
        <GridItem xl={6}>
          <DistributionCard model={model} now={now} chosen={isAsNow ? undefined : chosen} />
        </GridItem>
        <GridItem xl={6}>
          <DetCard calibration={calibration} now={now} chosen={isAsNow ? undefined : chosen} />
        </GridItem>
      </Grid>
    </>
  );
}
