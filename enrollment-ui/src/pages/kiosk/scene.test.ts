import { describe, expect, it } from 'vitest';
import { COLUMNS, type Grid, ROWS } from './grid';
import { letInAt, look, nobodyIn, type Scene, type Sight, UNSEEN } from './scene';

function picture(person = 0, brightness = 80): Grid {
  return Float32Array.from({ length: COLUMNS * ROWS }, (_, cell) => (cell < person ? 200 : brightness));
}

/** Looks at one picture for a while, five times a second. */
function watch(before: Scene, grid: Grid, from: number, milliseconds: number): { scene: Scene; sight: Sight } {
  let seen = look(before, grid, from);
  for (let at = from + 200; at <= from + milliseconds; at += 200) {
    seen = look(seen.scene, grid, at);
  }
  return seen;
}

const EMPTY_ROOM = nobodyIn(look(UNSEEN, picture(), 0).scene, picture());

describe('a scene', () => {
  it('may have somebody in it until the service has said that it is empty', () => {
    expect(look(UNSEEN, picture(), 0).sight).toEqual({ there: true, still: true });
    expect(watch(EMPTY_ROOM, picture(), 1000, 3000).sight.there).toBe(false);
  });

  it('has somebody in it who stands still, too', () => {
    const { sight } = watch(EMPTY_ROOM, picture(60), 1000, 60_000);
    expect(sight).toEqual({ there: true, still: true });
  });

  it('is not still while somebody moves', () => {
    expect(look(EMPTY_ROOM, picture(60), 1000).sight).toEqual({ there: true, still: false });
  });

  it('takes a chair that stays for a part of the room once the service found no face', () => {
    const withChair = watch(EMPTY_ROOM, picture(40), 1000, 3000).scene;
    expect(watch(nobodyIn(withChair, picture(40)), picture(40), 4200, 3000).sight.there).toBe(false);
  });

  it('follows the daylight', () => {
    let scene = EMPTY_ROOM;
    for (let at = 200; at < 200_000; at += 200) {
      const uneven = picture().map((value, cell) => value + (cell % COLUMNS) * (at / 200_000));
      const seen = look(scene, uneven, at);
      scene = seen.scene;
      expect(seen.sight.there).toBe(false);
    }
  });

  it('does not ask again about whoever was let in and still stands there, but about the next one', () => {
    const granted = letInAt(watch(EMPTY_ROOM, picture(60), 1000, 1000).scene, picture(60));
    const stays = watch(granted, picture(62), 2200, 20_000);
    expect(stays.sight.there).toBe(false);
    const gone = watch(stays.scene, picture(), 23_000, 5000);
    expect(gone.sight.there).toBe(false);
    expect(watch(gone.scene, picture(60), 29_000, 1000).sight.there).toBe(true);
  });
});
