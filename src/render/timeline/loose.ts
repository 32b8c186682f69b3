/** Times that have no days, in groups of the same words: "in due course", "within six months of Royal Assent", "now". */
import type { TimeRecord } from '../../model/report.ts';
import { phraseOf } from './phrase.ts';
import type { PlanItem } from './row.ts';

/**
 * `vague`: some time to come ("in due course"); `unresolved`: depends on a day that is not known; `unsteady`: again and
 * again without saying how often; `length`: how long something takes, not when; `now`: the present or the past at large.
 */
export type LooseKind = 'vague' | 'unresolved' | 'unsteady' | 'length' | 'now';

/** The same words without a day. */
export interface Loose {
  readonly kind: LooseKind;
  /** As first spelt, with the preposition of what is to come. */
  readonly text: string;
  /** In the order of the document; never empty. */
  readonly times: readonly [TimeRecord, ...TimeRecord[]];
  /** What hangs on them, or stands in the same sentence. */
  readonly items: readonly PlanItem[];
}

/** @param times in the order of the document; the groups are in the order of their first */
export function looseTerms(times: readonly TimeRecord[], items: ReadonlyMap<string, readonly PlanItem[]>): Loose[] {
  const groups = new Map<string, [TimeRecord, ...TimeRecord[]]>();
  for (const time of times) {
    const key = `${kindOf(time)} ${wordsOf(time).toLowerCase()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [time]);
    else group.push(time);
  }
  return [...groups.values()].map((own) => ({
    kind: kindOf(own[0]),
    text: wordsOf(own[0]),
    times: own,
    items: own.flatMap(({ id }) => items.get(id) ?? []),
  }));
}

function wordsOf(time: TimeRecord): string {
  const kind = kindOf(time);
  return kind === 'vague' || kind === 'unresolved' ? phraseOf(time) : time.text;
}

function kindOf({ role, type, value, anchor, start, end }: TimeRecord): LooseKind {
  if (role === 'recurrence') return 'unsteady';
  if (value === 'PRESENT_REF' || value === 'PAST_REF' || start !== null || end !== null) return 'now';
  if (role === 'vague') return 'vague';
  return type === 'DURATION' && role === 'period' && anchor === null ? 'length' : 'unresolved';
}
