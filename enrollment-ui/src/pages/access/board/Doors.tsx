import '../access.css';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Flex,
  Skeleton,
} from '@patternfly/react-core';
import DoorOpenIcon from '@patternfly/react-icons/dist/esm/icons/door-open-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '@/auth/me';
import { Failure } from '@/components/Failure';
import { PageBody } from '@/components/PageBody';
import type { AccessDecision, PointState } from '../types';
import { touches } from './board';
import { useBoard } from './board-api';
import { BoardActions } from './BoardActions';
import { BoardBar } from './BoardBar';
import { DenialQueue } from './DenialQueue';
import { NewPointDialog } from './NewPointDialog';
import { PointTile } from './PointTile';
import { useNow } from '../useNow';

const TICK_MS = 5000;
const WALL = 'wall';

/** Every access point as it is right now, and who did not get through. */
export default function Doors() {
  const { t } = useTranslation('access');
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const now = useNow(TICK_MS);
  const gallery = address.get('gallery') ?? undefined;
  const zone = address.get('zone') ?? undefined;
  const wall = address.has(WALL);
  const { board, live } = useBoard(gallery);
  const create = may('access.write') && <Button onClick={() => setCreating(true)}>{t('point.new.action')}</Button>;
  const states = board.data?.points ?? [];
  const points = states.map(({ point }) => point);
  const shown = zone === undefined ? states : states.filter(({ point }) => touches(point, zone));
  const narrowed = gallery !== undefined || zone !== undefined;
  return (
    <div className={wall ? 'janua-wall' : undefined}>
      <PageBody
        title={t('board.title')}
        description={wall ? undefined : t('board.description')}
        actions={
          !wall && (
            <Flex gap={{ default: 'gapSm' }}>
              {points.length > 0 && <BoardActions points={points} zone={zone} />}
              {create}
            </Flex>
          )
        }
      >
        {board.isError && !board.data ? (
          <Failure problem={board.error} retry={() => void board.refetch()} />
        ) : !board.data ? (
          <Skeleton height="20rem" screenreaderText={t('common:loading')} />
        ) : points.length === 0 && !narrowed ? (
          <EmptyState headingLevel="h2" icon={DoorOpenIcon} titleText={t('board.empty.title')}>
            <EmptyStateBody>{t(may('access.write') ? 'board.empty.help' : 'board.empty.helpReader')}</EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>{create}</EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        ) : (
          <>
            <BoardBar
              points={points}
              live={live}
              address={address}
              change={(changed) => setAddress(changed, { replace: true })}
            />
            <div className="janua-board">
              <Tiles states={shown} now={now} still={wall} />
              <DenialQueue denials={denialsAt(shown, board.data.denials)} now={now} />
            </div>
          </>
        )}
        {creating && <NewPointDialog gallery={gallery} close={() => setCreating(false)} />}
      </PageBody>
    </div>
  );
}

function Tiles({ states, now, still }: { states: PointState[]; now: number; still: boolean }) {
  const { t } = useTranslation('access');
  if (states.length === 0) {
    return <p>{t('common:table.emptyFiltered')}</p>;
  }
  return (
    <ul className="janua-points" aria-label={t('board.points')}>
      {states.map((state) => (
        <PointTile key={state.point.name} state={state} now={now} still={still} />
      ))}
    </ul>
  );
}

function denialsAt(states: PointState[], denials: AccessDecision[]): AccessDecision[] {
  const names = new Set(states.map(({ point }) => point.name));
  return denials.filter(({ point }) => names.has(point));
}
