import { holdsNull } from '@/api/mergePatch';

/** An attribute as it is edited. What is no text stays what it is: it is shown and edited as JSON. */
export interface AttributeRow {
  /** For React, so that rows keep their inputs while others come and go. */
  row: number;
  name: string;
  kind: 'text' | 'json';
  value: string;
}

export type AttributeFault = 'noName' | 'double' | 'json' | 'null';

export function toRows(attributes: Record<string, unknown>): AttributeRow[] {
  return Object.entries(attributes).map(([name, value], row) =>
    typeof value === 'string'
      ? { row, name, kind: 'text', value }
      : { row, name, kind: 'json', value: JSON.stringify(value) },
  );
}

export function emptyRow(rows: AttributeRow[]): AttributeRow {
  return { row: Math.max(-1, ...rows.map((each) => each.row)) + 1, name: '', kind: 'text', value: '' };
}

/** What is wrong, by row. A row without name and value is no fault: it is left out. */
export function faultsOf(rows: AttributeRow[], before: Record<string, unknown>): Map<number, AttributeFault> {
  const faults = new Map<number, AttributeFault>();
  const seen = new Set<string>();
  for (const { row, name, kind, value } of rows.filter((each) => !isEmpty(each))) {
    if (!name.trim()) {
      faults.set(row, 'noName');
    } else if (seen.has(name.trim())) {
      faults.set(row, 'double');
    } else if (kind === 'json' && value !== JSON.stringify(before[name.trim()])) {
      const parsed = parse(value);
      if (!parsed) {
        faults.set(row, 'json');
      } else if (holdsNull(parsed.value)) {
        faults.set(row, 'null');
      }
    }
    seen.add(name.trim());
  }
  return faults;
}

/** Of rows without faults. */
export function fromRows(rows: AttributeRow[]): Record<string, unknown> {
  return Object.fromEntries(
    rows
      .filter((each) => !isEmpty(each))
      .map(({ name, kind, value }) => [name.trim(), kind === 'text' ? value : parse(value)?.value]),
  );
}

function isEmpty(row: AttributeRow): boolean {
  return !row.name.trim() && !row.value.trim();
}

function parse(value: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(value) };
  } catch {
    return undefined;
  }
}
