import { fromLocalInput, toLocalInput } from '@/components/localTime';
import type { Schemas } from '@/api/client';
import { mergePatch } from '@/api/mergePatch';
import { isSlug } from '../slug';
import type { AccessRule, Factors, RuleDemands } from '../types';

/** A rule as its editor has it. */
export interface RuleDraft {
  name: string;
  description: string;
  gallery: string;
  everyone: boolean;
  groups: string[];
  points: string[];
  /** Empty: always. */
  schedule: string;
  /** As inputs of type datetime-local have them. */
  validFrom: string;
  validUntil: string;
  enabled: boolean;
  liveness: boolean;
  /** The N of "1 in N"; empty: whatever the point asks. */
  fmr: string;
  /** Empty: whatever the point asks. */
  factors: Factors | '';
  /** A group; empty: nobody has to come along. */
  escort: string;
  escortSeconds: string;
}

export type RuleField = keyof RuleDraft;
export type RuleFault = 'name' | 'who' | 'where' | 'backwards' | 'rate' | 'seconds';

const ESCORT_SECONDS = 30;
const LOWEST_RATE = 1e-9;
const HIGHEST_RATE = 0.5;

export function emptyRule(gallery: string, start: Partial<RuleDraft> = {}): RuleDraft {
  return {
    name: '',
    description: '',
    gallery,
    everyone: false,
    groups: [],
    points: [],
    schedule: '',
    validFrom: '',
    validUntil: '',
    enabled: true,
    liveness: false,
    fmr: '',
    factors: '',
    escort: '',
    escortSeconds: String(ESCORT_SECONDS),
    ...start,
  };
}

export function toDraft({ demands, ...rule }: AccessRule): RuleDraft {
  return {
    name: rule.name,
    description: rule.description ?? '',
    gallery: rule.gallery,
    everyone: rule.everyone,
    groups: rule.groups,
    points: rule.points,
    schedule: rule.schedule ?? '',
    validFrom: toLocalInput(rule.validFrom),
    validUntil: toLocalInput(rule.validUntil),
    enabled: rule.enabled,
    liveness: demands.liveness ?? false,
    fmr: demands.fmr ? String(Math.round(1 / demands.fmr)) : '',
    factors: demands.factors ?? '',
    escort: demands.escort?.group ?? '',
    escortSeconds: String(demands.escort?.seconds ?? ESCORT_SECONDS),
  };
}

export function faultsOf(draft: RuleDraft): Map<RuleField, RuleFault> {
  const faults = new Map<RuleField, RuleFault>();
  if (!isSlug(draft.name)) faults.set('name', 'name');
  if (!draft.everyone && draft.groups.length === 0) faults.set('groups', 'who');
  if (draft.points.length === 0) faults.set('points', 'where');
  if (draft.validFrom && draft.validUntil && draft.validUntil <= draft.validFrom) {
    faults.set('validUntil', 'backwards');
  }
  const rate = 1 / Number(draft.fmr.trim());
  if (draft.fmr.trim() && !(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) faults.set('fmr', 'rate');
  const seconds = Number(draft.escortSeconds.trim());
  if (draft.escort && !(Number.isInteger(seconds) && seconds >= 5 && seconds <= 300)) {
    faults.set('escortSeconds', 'seconds');
  }
  return faults;
}

/** Everything of a rule but its name and gallery, which it keeps. */
export type RuleContent = Omit<AccessRule, 'name' | 'gallery' | 'createdAt'>;

/** @param before the rule as it is: a moment or a rate that nobody touched keeps what the control cannot hold */
export function toContent(draft: RuleDraft, before?: AccessRule): RuleContent {
  const was = before && toDraft(before);
  const moment = (field: 'validFrom' | 'validUntil') =>
    was && was[field] === draft[field] ? (before[field] ?? undefined) : fromLocalInput(draft[field]);
  const fmr = was && was.fmr === draft.fmr ? (before.demands.fmr ?? undefined) : 1 / Number(draft.fmr) || undefined;
  const demands: RuleDemands = {
    liveness: draft.liveness,
    ...(draft.fmr.trim() && fmr ? { fmr } : {}),
    ...(draft.factors ? { factors: draft.factors } : {}),
    ...(draft.escort ? { escort: { group: draft.escort, seconds: Number(draft.escortSeconds) } } : {}),
  };
  const validFrom = moment('validFrom');
  const validUntil = moment('validUntil');
  return {
    ...(draft.description.trim() ? { description: draft.description.trim() } : {}),
    // A rule for everyone needs no groups; those that were chosen before are not meant any more.
    groups: draft.everyone ? [] : draft.groups,
    everyone: draft.everyone,
    points: draft.points,
    ...(draft.schedule ? { schedule: draft.schedule } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
    enabled: draft.enabled,
    demands,
  };
}

/** What has to be said for the rule to become what the draft says; undefined where it is so already. */
export function toPatch(rule: AccessRule, draft: RuleDraft): Schemas['AccessRuleContent'] | undefined {
  // The API describes the whole; a patch leaves out what stays.
  return mergePatch(contentOf(rule), toContent(draft, rule)) as Schemas['AccessRuleContent'] | undefined;
}

function contentOf(rule: AccessRule): RuleContent {
  return toContent(toDraft(rule), rule);
}
