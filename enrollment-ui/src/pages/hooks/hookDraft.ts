import { mergePatch } from '@/api/mergePatch';
import type { Schemas } from '@/api/client';
import type { Hook, HookChange, Target, TargetType } from './hooks-api';
import { canBeOfDoors } from './eventTypes';
import { actsOn, TARGETS, type TargetField } from './targets';

export type Include = Schemas['HookDetail'];

export type Value = string | boolean;

/** As the controls have it. */
export interface HookDraft {
  name: string;
  description: string;
  type: TargetType;
  /** By the names of the target's fields. */
  target: Record<string, Value>;
  /** Undefined for all. */
  events: string[] | undefined;
  points: string[] | undefined;
  include: Include[];
  /** Secret fields of a kept target that are to be forgotten. */
  forget: string[];
}

export type Fault = 'missing' | 'address' | 'number' | 'headers' | 'name' | 'noneChosen';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

const ADDRESS: Record<'http' | 'mqtt', RegExp> = { http: /^https?:\/\/[^/\s]+/, mqtt: /^mqtts?:\/\/[^/\s]+$/ };

export function newDraft(type: TargetType): HookDraft {
  return {
    name: '',
    description: '',
    type,
    target: Object.fromEntries(TARGETS[type].map((field) => [field.name, initial(field)])),
    events: undefined,
    // Nobody wants a relay that opens its door for those who stand before another one.
    points: actsOn(type) ? [] : undefined,
    include: [],
    forget: [],
  };
}

export function draftOf(hook: Hook): HookDraft {
  const { target } = hook;
  const known = target as Record<string, unknown>;
  return {
    name: hook.name,
    description: hook.description ?? '',
    type: target.type,
    target: Object.fromEntries(
      TARGETS[target.type].map((field) => {
        const value = known[field.name];
        return [field.name, typeof value === 'boolean' ? value : value == null ? initial(field) : String(value)];
      }),
    ),
    events: hook.events.length > 0 ? hook.events : undefined,
    points: hook.points.length > 0 ? hook.points : undefined,
    include: hook.include,
    forget: [],
  };
}

/** What is wrong with a field of the target; nothing when the service is likely to take it. */
export function faultOf(type: TargetType, field: TargetField, value: Value | undefined): Fault | undefined {
  const text = String(value ?? '').trim();
  if (!text) {
    return field.required ? 'missing' : undefined;
  }
  switch (field.kind) {
    case 'url':
      return ADDRESS[type === 'mqtt' ? 'mqtt' : 'http'].test(text) ? undefined : 'address';
    case 'number':
      return /^\d+$/.test(text) && Number(text) >= field.least! && Number(text) <= field.most! ? undefined : 'number';
    case 'secretLines':
      return headersOf(text) ? undefined : 'headers';
    default:
      return undefined;
  }
}

export function faultsOf({ type, target }: HookDraft): Map<string, Fault> {
  return new Map(
    TARGETS[type].flatMap((field) => {
      const fault = faultOf(type, field, target[field.name]);
      return fault ? [[field.name, fault] as const] : [];
    }),
  );
}

/** Everything that the service would not take, by the names of the fields. */
export function draftFaults(draft: HookDraft): Map<string, Fault> {
  const faults = faultsOf(draft);
  if (!draft.name.trim()) {
    faults.set('name', 'missing');
  } else if (!NAME.test(draft.name.trim())) {
    faults.set('name', 'name');
  }
  // None at all would mean all of them.
  if (draft.events?.length === 0 && !actsOn(draft.type)) faults.set('events', 'noneChosen');
  if (draft.points?.length === 0 && canBeOfDoors(draft.events ?? [])) faults.set('points', 'noneChosen');
  return faults;
}

/** One "Name: value" a line; undefined where a line is none. */
export function headersOf(text: string): Record<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim());
  const headers = lines.map((line) => /^\s*([A-Za-z0-9-]+)\s*:\s*(.*?)\s*$/.exec(line));
  return headers.every((header) => header !== null)
    ? Object.fromEntries(headers.map(([, name, value]) => [name!, value!]))
    : undefined;
}

/** What is left empty is left out: the service has its defaults, and keeps a secret that nobody typed anew. */
export function targetOf({ type, target }: HookDraft): Target {
  const fields = TARGETS[type].flatMap((field) => {
    const value = target[field.name];
    if (typeof value === 'boolean') {
      return [[field.name, value]];
    }
    const text = field.kind === 'secret' ? (value ?? '') : (value ?? '').trim();
    return text ? [[field.name, read(field, text)]] : [];
  });
  return { type, ...Object.fromEntries(fields) } as Target;
}

export function contentOf(draft: HookDraft): Schemas['HookContent'] {
  return {
    name: draft.name.trim(),
    description: draft.description.trim() || undefined,
    target: targetOf(draft),
    events: actsOn(draft.type) ? [] : (draft.events ?? []),
    points: canBeOfDoors(draft.events ?? []) ? (draft.points ?? []) : [],
    include: draft.include,
  } as Schemas['HookContent'];
}

/** What changed, as a merge patch; undefined when nothing did. */
export function changeOf(hook: Hook, draft: HookDraft): HookChange | undefined {
  const after = contentOf(draft);
  const target = Object.fromEntries(draft.forget.map((field) => [field, null]));
  const patch = mergePatch(contentOf(draftOf(hook)), after) as Record<string, unknown> | undefined;
  if (!patch && draft.forget.length === 0) {
    return undefined;
  }
  const changed = { ...(patch?.target as object | undefined), ...target };
  return {
    ...patch,
    ...(Object.keys(changed).length > 0 ? { target: { type: draft.type, ...changed } } : {}),
  } as HookChange;
}

function initial(field: TargetField): Value {
  return field.kind === 'switch' ? false : (field.choices?.[0] ?? '');
}

function read(field: TargetField, text: string): unknown {
  switch (field.kind) {
    case 'number':
      return Number(text);
    case 'secretLines':
      return headersOf(text);
    default:
      return text;
  }
}
