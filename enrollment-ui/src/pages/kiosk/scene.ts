import { between, difference, type Grid } from './grid';

/** What the camera has seen, from which follows whether anybody is there. */
export interface Scene {
  /** How it looks when nobody is there; undefined until the service has said so of a picture. */
  empty: Grid | undefined;
  last: Grid | undefined;
  movedAt: number;
  /** How it looked when somebody was let in: they are not asked about again while they stand there. */
  letIn: Grid | undefined;
}

export interface Sight {
  /** Whether somebody may be there whom nobody has asked about. */
  there: boolean;
  /** Whether a picture would be sharp. */
  still: boolean;
}

export const UNSEEN: Scene = { empty: undefined, last: undefined, movedAt: Number.NEGATIVE_INFINITY, letIn: undefined };

/** Parts of the picture's cells. A head at arm's length has a tenth of them, one at three metres a hundredth. */
const SOMETHING = 0.015;
/** More than a turn of the head, less than a person who leaves. */
const ANOTHER_SCENE = 0.15;
/** Whoever moved is still there, though they look like the wall behind them. */
const LINGERS_MS = 2000;
/** Whoever never holds still is asked about all the same. */
const STILL_MS = 250;
/** Daylight moves slowly, a person does not: a frame weighs this much in what is taken for an empty scene. */
const DRIFT = 0.02;

/** @param at milliseconds */
export function look(before: Scene, grid: Grid, at: number): { scene: Scene; sight: Sight } {
  const moved = before.last !== undefined && difference(grid, before.last) >= SOMETHING;
  const movedAt = moved ? at : before.movedAt;
  const unlikeEmpty = before.empty === undefined || difference(grid, before.empty) >= SOMETHING;
  const staysLetIn = unlikeEmpty && before.letIn && difference(grid, before.letIn) < ANOTHER_SCENE;
  const somebody = unlikeEmpty || at - movedAt < LINGERS_MS;
  const letIn = staysLetIn ? before.letIn : undefined;
  return {
    scene: {
      empty: before.empty && !somebody ? between(before.empty, grid, DRIFT) : before.empty,
      last: grid,
      movedAt,
      letIn,
    },
    sight: { there: somebody && letIn === undefined, still: at - movedAt >= STILL_MS },
  };
}

/** The service found no face: whatever stands there belongs there. */
export function nobodyIn(scene: Scene, grid: Grid): Scene {
  return { ...scene, empty: grid };
}

export function letInAt(scene: Scene, grid: Grid): Scene {
  return { ...scene, letIn: grid };
}
