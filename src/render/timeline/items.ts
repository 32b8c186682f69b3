/** Which commitments and statements hang on which time. */
import type { ReportPart } from '../../model/part.ts';
import type { Commitment, Statement, TimeRecord } from '../../model/report.ts';
import type { PlanItem } from './row.ts';

/**
 * The items of each time, by its id: those whose deadline it is; and of a recurrence or of a vague time to come, the one in
 * whose sentence it stands ("A review will be carried out every year", "We will say more in due course").
 */
export function itemsByTime({
  commitments,
  statements,
  timeline,
}: Pick<ReportPart, 'commitments' | 'statements' | 'timeline'>): Map<string, PlanItem[]> {
  const found = new Map<string, PlanItem[]>();
  const put = (timeId: string, item: PlanItem): void => {
    const own = found.get(timeId);
    if (own === undefined) found.set(timeId, [item]);
    else own.push(item);
  };
  for (const one of commitments) if (one.deadline !== null) put(one.deadline.timeId, itemOf(one));
  for (const one of statements) if (one.deadline !== null) put(one.deadline.timeId, itemOf(one));
  const holder = holders([...commitments, ...statements.filter(({ kind }) => kind === 'obligation')]);
  for (const time of timeline) {
    if (!(isSchedule(time) || isToCome(time)) || found.has(time.id)) continue;
    const one = holder(time);
    if (one !== null) put(time.id, itemOf(one));
  }
  return found;
}

/** Whether it says that something happens again and again; "40 homes a year" says how many, and "day-to-day" what kind. */
function isSchedule({ role, text }: TimeRecord): boolean {
  return role === 'recurrence' && !/^(?:an?|per|the)\b|^day-to-day/i.test(text);
}

const isToCome = ({ role, value }: TimeRecord): boolean => role === 'vague' && value === 'FUTURE_REF';

/** Finds, in logarithmic time, the item in whose evidence a time stands; of several the last that begins before it. */
function holders(items: readonly (Commitment | Statement)[]): (time: TimeRecord) => Commitment | Statement | null {
  const byDocument = new Map<string, { readonly at: number; readonly item: Commitment | Statement }[]>();
  for (const item of items) {
    const at = 'cue' in item ? Math.max(item.evidence.start, item.cue.start) : item.evidence.start;
    const own = byDocument.get(item.documentId);
    if (own === undefined) byDocument.set(item.documentId, [{ at, item }]);
    else own.push({ at, item });
  }
  for (const own of byDocument.values()) own.sort((a, b) => a.at - b.at);
  return ({ documentId, span }) => {
    const own = byDocument.get(documentId) ?? [];
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.at ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    // The one before it holds it in most cases; else the time stands before the words that bind ("Each year we will …").
    for (const { item } of [own[low - 1], own[low]].flatMap((each) => each ?? [])) {
      if (item.evidence.start <= span.start && span.end <= item.evidence.end) return item;
    }
    return null;
  };
}

function itemOf(one: Commitment | Statement): PlanItem {
  const { id, ref, actor, evidence } = one;
  const shared = { id, ref, actor: actor.name ?? actor.text, evidence };
  return 'action' in one
    ? { ...shared, kind: 'commitment', strength: one.strengthLabel, commitment: one }
    : { ...shared, kind: one.kind, strength: null, commitment: null };
}
