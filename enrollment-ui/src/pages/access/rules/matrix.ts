import type { AccessGroup, AccessPoint, AccessRule } from '../types';

/** Who may pass where: a row for everyone and one for each group, a column for each point. */
export interface Matrix {
  points: string[];
  rows: MatrixRow[];
}

export interface MatrixRow {
  /** Undefined: everyone. */
  group: string | undefined;
  /** In the order of the points; the rules that permit it. */
  cells: AccessRule[][];
}

export function matrixOf(
  gallery: string,
  groups: Pick<AccessGroup, 'name' | 'gallery'>[],
  points: Pick<AccessPoint, 'name' | 'gallery'>[],
  rules: AccessRule[],
): Matrix {
  const own = rules.filter((rule) => rule.gallery === gallery);
  const names = points.filter((point) => point.gallery === gallery).map(({ name }) => name);
  const row = (group: string | undefined): MatrixRow => ({
    group,
    cells: names.map((point) =>
      own.filter(
        (rule) => rule.points.includes(point) && (group === undefined ? rule.everyone : rule.groups.includes(group)),
      ),
    ),
  });
  return {
    points: names,
    rows: [undefined, ...groups.filter((group) => group.gallery === gallery).map(({ name }) => name)].map(row),
  };
}

/** A name for a rule that permits a group a point; counted up where it is taken. */
export function suggestName(group: string | undefined, point: string, taken: string[]): string {
  const wished = `${group ?? 'everyone'}-${point}`.slice(0, 60);
  let name = wished;
  for (let number = 2; taken.includes(name); number++) name = `${wished}-${number}`;
  return name;
}
