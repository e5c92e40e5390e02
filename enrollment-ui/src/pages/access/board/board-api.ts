import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '@/api/client';
import { useEvents } from '@/api/useEvents';
import { ACCESS } from '../access-api';
import { useThrottled } from '../useThrottled';

/** What changes the picture that a board gives. */
const EVENTS = [
  'access.granted',
  'access.denied',
  'access.blocked',
  'access.taken',
  'access.not_taken',
  'access.mode',
] as const;

/** A morning's rush asks for the board so often at most. */
const AT_MOST_EVERY_MS = 500;
/** While events come, the board is asked for only because an hour passes. */
const CALM_MS = 30_000;
/** Who may not follow events looks again and again. */
const LOOK_MS = 3000;

/** The board, live; `live` says whether events come, or how else it is kept up. */
export function useBoard(gallery: string | undefined) {
  const queries = useQueryClient();
  const refresh = useThrottled(() => void queries.invalidateQueries({ queryKey: [ACCESS, 'board'] }), AT_MOST_EVERY_MS);
  const live = useEvents(EVENTS, refresh);
  const board = useQuery({
    queryKey: [ACCESS, 'board', gallery],
    queryFn: () => ok(api.GET('/v1/access/board', { params: { query: { gallery } } })),
    placeholderData: keepPreviousData,
    refetchInterval: live === 'live' ? CALM_MS : LOOK_MS,
    // A wall display is not looked at with a mouse.
    refetchIntervalInBackground: true,
  });
  return { board, live };
}
