import { Button, EmptyState, Icon, Skeleton } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import CircleIcon from '@patternfly/react-icons/dist/esm/icons/circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import HistoryIcon from '@patternfly/react-icons/dist/esm/icons/history-icon';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '@/api/client';
import { Actor } from '@/components/Actor';
import { Failure } from '@/components/Failure';
import { Time, useFormats } from '@/components/formats';
import { Notice } from '@/components/Notice';
import { type HistoryLine, toLines } from './history';
import { type Place, personKey } from './person';

const PAGE = 50;

const ICONS = {
  good: <CheckCircleIcon />,
  warn: <ExclamationTriangleIcon />,
  bad: <ExclamationCircleIcon />,
  plain: <CircleIcon className="janua-person-happened" />,
};
const STATUS = { good: 'success', warn: 'warning', bad: 'danger', plain: undefined } as const;

/** What the audit log holds of somebody, newest first. */
export function HistoryTab({ place }: { place: Place }) {
  const { t } = useTranslation('people');
  const { gallery, subject } = place;
  const history = useInfiniteQuery({
    queryKey: [...personKey(place), 'history'],
    queryFn: ({ pageParam }) =>
      ok(api.GET('/v1/audit/entries', { params: { query: { gallery, subject, cursor: pageParam, limit: PAGE } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (history.isError && !history.data) {
    return <Failure problem={history.error} retry={() => void history.refetch()} />;
  }
  if (!history.data) {
    return <Skeleton height="12rem" screenreaderText={t('common:loading')} />;
  }
  const lines = toLines(history.data.pages.flatMap((page) => page.items));
  if (lines.length === 0) {
    return <EmptyState headingLevel="h2" icon={HistoryIcon} titleText={t('history.empty')} />;
  }
  return (
    <div className="janua-person-narrow">
      <Link to={`/audit?${new URLSearchParams({ subject, gallery })}`}>{t('history.audit')}</Link>
      <ol className="janua-person-history">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {history.isError && <Notice variant="danger" title={t('common:failure.title')} />}
      {history.hasNextPage && (
        <Button
          variant="secondary"
          className="janua-gap-above"
          isLoading={history.isFetchingNextPage}
          isDisabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.older')}
        </Button>
      )}
    </div>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const { t, i18n } = useTranslation(['people', 'problems']);
  const { score } = useFormats();
  const { facts, refusal } = line;
  const channel = typeof facts.channel === 'string' ? t(`consent.channels.${facts.channel}`) : '';
  const why = refusal && (i18n.exists(`problems:${refusal}.title`) ? t(`problems:${refusal}.title`) : refusal);
  return (
    <li>
      <Icon status={STATUS[line.tone]} isInline>
        {ICONS[line.tone]}
      </Icon>
      <div>
        <div>
          {t(`history.${line.sentence}`, { ...facts, channel, count: line.times })}
          {why && ` ${why}`}
          {typeof facts.score === 'number' &&
            typeof facts.threshold === 'number' &&
            ` ${t('history.score', { score: score(facts.score), threshold: score(facts.threshold) })}`}
        </div>
        <div className="janua-people-id">
          <Time at={line.time} /> · <Actor actor={line.actor} name={line.actorName} />
        </div>
      </div>
    </li>
  );
}
