import {
  Card,
  CardBody,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Progress,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Actor } from '@/components/Actor';
import { Time, useFormats } from '@/components/formats';
import { isUnderWay } from './imports-api';
import { StateLabel } from './StateLabel';

/** Said aloud at each tenth only: a number that changes each second would talk over everything else. */
const SAID_EACH_PERCENT = 10;

export function ImportProgress({ item }: { item: Schemas['Import'] }) {
  const { t } = useTranslation('imports');
  const { number, duration } = useFormats();
  const percent = item.total > 0 ? Math.floor((100 * item.done) / item.total) : 0;
  const goesOn = isUnderWay(item);
  const said = Math.floor(percent / SAID_EACH_PERCENT) * SAID_EACH_PERCENT;
  return (
    <Card>
      <CardBody>
        <Progress
          value={percent}
          title={t('progress.title', { done: number(item.done), total: number(item.total) })}
          variant={item.state === 'done' ? 'success' : item.state === 'failed' ? 'danger' : undefined}
        />
        <span className="pf-v6-screen-reader" role="status">
          {goesOn ? t('progress.said', { percent: number(said) }) : t(`state.${item.state}`)}
        </span>
        <DescriptionList
          className="janua-gap-above"
          isCompact
          columnModifier={{ default: '2Col', lg: '3Col', xl: '3Col' }}
        >
          <Fact term={t('list.state')}>
            <StateLabel state={item.state} />
          </Fact>
          <Fact term={t('progress.enrolled')}>{number(item.enrolled)}</Fact>
          <Fact term={t('list.refused')}>{number(item.refused)}</Fact>
          <Fact term={t('progress.people')}>{number(item.subjects)}</Fact>
          {goesOn && (
            <>
              <Fact term={t('progress.pace')}>
                {item.picturesPerSecond == null
                  ? '–'
                  : t('progress.perSecond', { pace: number(item.picturesPerSecond, { maximumFractionDigits: 1 }) })}
              </Fact>
              <Fact term={t('progress.remaining')}>
                {item.remainingSeconds == null ? t('progress.unknown') : duration(item.remainingSeconds)}
              </Fact>
            </>
          )}
          <Fact term={t('list.who')}>
            <Actor actor={item.startedBy} />
          </Fact>
          <Fact term={t('progress.begun')}>
            <Time at={item.createdAt} />
          </Fact>
          {item.finishedAt && (
            <Fact term={t('progress.ended')}>
              <Time at={item.finishedAt} />
            </Fact>
          )}
          {item.picturesKeptUntil && item.refused > 0 && (
            <Fact term={t('progress.kept')}>
              <Time at={item.picturesKeptUntil} dateOnly />
            </Fact>
          )}
        </DescriptionList>
      </CardBody>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
