import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useActorText } from '@/components/Actor';
import { Failure } from '@/components/Failure';
import { Loading } from '@/components/Loading';
import { useEntry } from './audit-api';
import { factsOf } from './facts';
import { FactText, useFactName } from './FactText';
import type { Filters } from './filters';
import { useMoment } from './moment';
import { OutcomeLabel } from './OutcomeLabel';
import { PlaceInTree } from './PlaceInTree';
import { isRecorded, type Recorded, subjectOf } from './reading';
import { Sentence } from './Sentence';

/** Everything that the log knows of one entry. */
export function EntryDetail({
  id,
  close,
  narrow,
}: {
  id: string;
  close: () => void;
  narrow: (filters: Filters) => void;
}) {
  const { t } = useTranslation('audit');
  const found = useEntry(id);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const closeByKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', closeByKey);
    return () => document.removeEventListener('keydown', closeByKey);
  }, [close]);
  useEffect(() => {
    // Where the panel is in view already, the table must not move under the reader.
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <aside className="janua-audit-detail" aria-label={t('detail.title')}>
      <div className="janua-audit-detail-head">
        <Title headingLevel="h2" size="lg" tabIndex={-1} ref={head} className="janua-audit-detail-title">
          {t('detail.title')}
        </Title>
        <Button variant="plain" icon={<TimesIcon />} aria-label={t('common:close')} onClick={close} />
      </div>
      {!found.data && (found.isError ? <Failure problem={found.error} /> : <Loading />)}
      {found.data &&
        (isRecorded(found.data.entry) ? (
          <Known found={found.data} entry={found.data.entry} narrow={narrow} />
        ) : (
          t('altered', { index: found.data.index })
        ))}
    </aside>
  );
}

function Known({
  found,
  entry,
  narrow,
}: {
  found: Schemas['AuditEntry'];
  entry: Recorded;
  narrow: (filters: Filters) => void;
}) {
  const { t } = useTranslation('audit');
  const moment = useMoment();
  const actorText = useActorText();
  const factName = useFactName();
  const subject = subjectOf(entry);
  return (
    <>
      <p className="janua-audit-sentence">
        <Sentence entry={entry} />
      </p>
      <OutcomeLabel outcome={entry.outcome} />
      <DescriptionList isCompact isHorizontal isFluid className="janua-gap-above">
        <Member term={t('column.time')}>{moment(entry.time)}</Member>
        <Member term={t('column.who')}>
          {actorText(entry.actor, entry.actorName)}
          <div className="janua-audit-raw">{entry.actor}</div>
          <Narrow text={t('detail.byActor')} to={() => narrow({ actor: entry.actor })} />
        </Member>
        {subject && (
          <Member term={t('detail.subject')}>
            {subject}
            <div>
              <Narrow text={t('detail.bySubject')} to={() => narrow({ subject, gallery: entry.gallery })} />
            </div>
          </Member>
        )}
        {entry.gallery && <Member term={t('detail.gallery')}>{entry.gallery}</Member>}
        {factsOf(entry.facts).map((fact) => (
          <Member key={fact.name} term={factName(fact.name)}>
            <FactText fact={fact} entry={entry} />
          </Member>
        ))}
        <Member term={t('detail.outcome')}>
          <span className="janua-audit-raw">{entry.outcome}</span>
        </Member>
        {entry.requestId && (
          <Member term={t('detail.request')}>
            <span className="janua-audit-raw">{entry.requestId}</span>
          </Member>
        )}
        <Member term={t('detail.id')}>
          <span className="janua-audit-raw">{entry.id}</span>
        </Member>
      </DescriptionList>
      <PlaceInTree entry={found} />
    </>
  );
}

function Narrow({ text, to }: { text: string; to: () => void }) {
  return (
    <Button variant="link" isInline onClick={to}>
      {text}
    </Button>
  );
}

function Member({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
