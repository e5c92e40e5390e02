import type { Schemas } from '@/api/client';
import { mergePatch } from '@/api/mergePatch';
import { isSlug } from '../slug';
import type { AccessPoint, PointSettings } from '../types';

/** What can be chosen, in the order of the page. */
export const CHOICES = {
  kind: ['door', 'turnstile', 'kiosk'],
  factors: ['face', 'faceAndCard', 'faceAndPin', 'faceAndCardOrPin'],
  liveness: ['gallery', 'required'],
  antiPassback: ['off', 'soft', 'hard'],
  onFailure: ['deny', 'grant'],
  wiegand: ['off', 'w26', 'w34', 'w37'],
} as const;

/** Whole numbers with their range; those that may be empty stand in OPTIONAL, too. */
export const RANGES = {
  antiPassbackMinutes: [1, 10_080],
  twoPersonSeconds: [5, 300],
  commandSeconds: [1, 60],
  openSeconds: [1, 120],
  debounceSeconds: [0, 60],
} as const;

const OPTIONAL = new Set(['antiPassbackMinutes']);
const LOWEST_RATE = 1e-9;
const HIGHEST_RATE = 0.5;

export type ChoiceName = keyof typeof CHOICES;
export type NumberName = keyof typeof RANGES;
export type RateName = 'fmr' | 'fpir';
export type TextName = 'description' | 'zoneFrom' | 'zoneTo';
export type SwitchName = 'enabled' | 'twoPersons';

/** Everything as its control has it; a rate is the N of "1 in N", and empty where the gallery's holds. */
export type PointForm = Record<ChoiceName | NumberName | RateName | TextName, string> & Record<SwitchName, boolean>;
export type FieldName = keyof PointForm;

export type PointFault = 'rate' | 'number' | 'zone' | 'sameZone';

export function toForm({ settings, ...point }: AccessPoint): PointForm {
  const text = (value: string | number | undefined | null) =>
    value === undefined || value === null ? '' : String(value);
  return {
    description: text(point.description),
    kind: point.kind,
    zoneFrom: text(point.zoneFrom),
    zoneTo: text(point.zoneTo),
    enabled: point.enabled,
    factors: settings.factors,
    liveness: settings.liveness,
    fmr: oneIn(settings.fmr),
    fpir: oneIn(settings.fpir),
    antiPassback: settings.antiPassback,
    antiPassbackMinutes: text(settings.antiPassbackMinutes),
    twoPersons: settings.twoPersons,
    twoPersonSeconds: text(settings.twoPersonSeconds),
    commandSeconds: text(settings.commandSeconds),
    openSeconds: text(settings.openSeconds),
    debounceSeconds: text(settings.debounceSeconds),
    onFailure: settings.onFailure,
    wiegand: settings.wiegand,
  };
}

export function changedFields(point: AccessPoint, form: PointForm): FieldName[] {
  const before = toForm(point);
  const said = (value: string | boolean) => (typeof value === 'string' ? value.trim() : value);
  return (Object.keys(before) as FieldName[]).filter((field) => said(form[field]) !== said(before[field]));
}

export function faultsOf(form: PointForm): Map<FieldName, PointFault> {
  const faults = new Map<FieldName, PointFault>();
  for (const [field, [least, most]] of Object.entries(RANGES)) {
    const name = field as NumberName;
    const text = form[name].trim();
    const value = Number(text);
    const empty = text === '' && OPTIONAL.has(name);
    if (!empty && !(text !== '' && Number.isInteger(value) && value >= least && value <= most)) {
      faults.set(name, 'number');
    }
  }
  for (const field of ['fmr', 'fpir'] as const) {
    const rate = 1 / Number(form[field].trim());
    if (form[field].trim() && !(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
      faults.set(field, 'rate');
    }
  }
  for (const field of ['zoneFrom', 'zoneTo'] as const) {
    const zone = form[field].trim();
    if (zone && !isSlug(zone)) faults.set(field, 'zone');
  }
  if (form.zoneFrom.trim() && form.zoneFrom.trim() === form.zoneTo.trim()) {
    faults.set('zoneTo', 'sameZone');
  }
  return faults;
}

/** The merge patch that makes the point what the form says; undefined when it is so already. */
export function toPatch(point: AccessPoint, form: PointForm): Schemas['AccessPointContent'] | undefined {
  const changed = new Set(changedFields(point, form));
  const { description, kind, zoneFrom, zoneTo, enabled, settings } = point;
  const before = { description, kind, zoneFrom, zoneTo, enabled, settings };
  // What nobody touched keeps its exact value: 1 in 3 is no rate that a form could hold.
  const now = <T>(field: FieldName, kept: T) => (changed.has(field) ? (valueOf(field, form[field]) as T) : kept);
  const settingsNow = Object.fromEntries(
    (Object.keys(SETTINGS) as (keyof PointSettings)[]).map((field) => [field, now(field, settings[field])]),
  );
  const after = {
    description: now('description', description),
    kind: now('kind', kind),
    zoneFrom: now('zoneFrom', zoneFrom),
    zoneTo: now('zoneTo', zoneTo),
    enabled: now('enabled', enabled),
    settings: settingsNow,
  };
  // The API describes the whole; a patch leaves out what stays.
  return mergePatch(before, after) as Schemas['AccessPointContent'] | undefined;
}

const SETTINGS: Record<keyof PointSettings, true> = {
  debounceSeconds: true,
  liveness: true,
  fmr: true,
  fpir: true,
  factors: true,
  antiPassback: true,
  antiPassbackMinutes: true,
  twoPersons: true,
  twoPersonSeconds: true,
  commandSeconds: true,
  openSeconds: true,
  onFailure: true,
  wiegand: true,
};

function valueOf(field: FieldName, value: string | boolean): unknown {
  if (typeof value === 'boolean') {
    return value;
  }
  const text = value.trim();
  if (text === '') {
    return undefined;
  }
  if (field === 'fmr' || field === 'fpir') {
    return 1 / Number(text);
  }
  return field in RANGES ? Number(text) : text;
}

function oneIn(rate: number | undefined | null): string {
  return rate ? String(Math.round(1 / rate)) : '';
}
