import type { Schemas } from '@/api/client';

type Recorded = Schemas['RecordedEntry'];

/** One line of somebody's history. */
export interface HistoryLine {
  id: string;
  time: string;
  actor: string;
  actorName: string | undefined;
  /** Key of its sentence below `history` in the texts. */
  sentence: string;
  facts: Record<string, unknown>;
  /** The code of a refusal, or nothing. */
  refusal?: string;
  tone: 'good' | 'warn' | 'bad' | 'plain';
  /** How often in a row it happened alike. */
  times: number;
}

const SENTENCES = new Set([
  'face.enroll',
  'face.delete',
  'face.view',
  'subject.create',
  'subject.change',
  'subject.erase',
  'subject.export',
  'consent.give',
  'consent.withdraw',
  'invitation.create',
  'invitation.revoke',
  'identify',
  'verify',
]);

const DECISIONS: Record<string, HistoryLine['tone']> = {
  match: 'good',
  identified: 'good',
  no_match: 'warn',
  ambiguous: 'warn',
  unknown: 'warn',
  spoof: 'bad',
};

/**
 * Newest first. Looking at a picture is recorded each time, a page of people at once, so the same person's looks one
 * after the other make one line.
 */
export function toLines(entries: Schemas['AuditEntry'][]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const { entry } of entries) {
    const line = toLine(entry);
    const above = lines.at(-1);
    if (above && line.sentence === 'face_view' && above.sentence === line.sentence && above.actor === line.actor) {
      above.times += 1;
    } else {
      lines.push(line);
    }
  }
  return lines;
}

function toLine(entry: Recorded): HistoryLine {
  const { action, outcome } = entry;
  const line = {
    id: entry.id,
    time: entry.time,
    actor: entry.actor,
    actorName: entry.actorName,
    facts: { ...entry.facts, action, outcome },
    times: 1,
  };
  if (!SENTENCES.has(action)) {
    return { ...line, sentence: 'other', tone: 'plain' };
  }
  const key = action.replace('.', '_');
  const decision = DECISIONS[outcome];
  if (decision) {
    return { ...line, sentence: `${key}_${outcome}`, tone: decision };
  }
  return outcome === 'done'
    ? { ...line, sentence: key, tone: 'plain' }
    : { ...line, sentence: `${key}_refused`, refusal: outcome, tone: 'warn' };
}
