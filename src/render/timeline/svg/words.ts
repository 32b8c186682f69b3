/** The words of the picture: what it is called, what it says to those who cannot see it, and what its rows are about. */
import { readableDate } from '../../dates.ts';
import { counted } from '../../numbers.ts';
import { place } from '../../place.ts';
import { shortened } from '../../shorten.ts';
import type { Plan } from '../plan.ts';
import type { PlanRow } from '../row.ts';
import { itemWords, mentionWords } from '../words.ts';

/** What is called what in counts. */
const kinds = [
  ['deadline', 'deadline'],
  ['start', 'beginning'],
  ['period', 'period'],
  ['recurrence', 'recurrence'],
  ['point', 'other date'],
] as const;

/** The document by its title, or its file. */
export const titleOf = ({ document }: Plan): string => document?.title ?? document?.name ?? 'Timeline';

/** `2 deadlines, 1 period`. */
export function countsOf(rows: readonly PlanRow[]): string {
  const counts = kinds.flatMap(([kind, name]) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [counted(count, name)];
  });
  return counts.length === 0 ? 'no dates' : counts.join(', ');
}

/** Below the title: who, from when, how much. */
export function subtitleOf(plan: Plan, rows: readonly PlanRow[], asOf: string | null): string {
  const { document, undated } = plan;
  const count = (wanted: PlanRow['status']): number => rows.filter(({ status }) => status === wanted).length;
  const facts = [
    document?.publisher ?? '',
    document?.date ? `from ${readableDate(document.date.value)}` : '',
    countsOf(rows),
    asOf === null ? '' : `as of ${readableDate(asOf)} ${count('passed')} passed and ${count('due')} still due`,
    undated.length > 0 ? `${counted(undated.length, 'commitment')} without a date` : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** The essentials in words, for those who hear the picture. */
export function descriptionOf(
  plans: readonly Plan[],
  rows: readonly (readonly PlanRow[])[],
  asOf: string | null,
): string {
  const sentences = plans.map((plan, index) => {
    const own = rows[index] ?? [];
    const due = own.filter(({ kind, end }) => kind === 'deadline' && end !== null);
    const [first] = due;
    const last = due.at(-1);
    const between =
      first === undefined || last === undefined
        ? ''
        : due.length === 1
          ? ` Due ${first.when}: ${shortened(labelOf(first, plan), 120)}.`
          : ` First due ${first.when}: ${shortened(labelOf(first, plan), 120)}. Last due ${last.when}: ${shortened(labelOf(last, plan), 120)}.`;
    return `${titleOf(plan)}: ${subtitleOf(plan, own, asOf)}.${between}`;
  });
  return sentences.join(' ');
}

/** What a row is about: who is to do what, or the sentence that names it. */
export function labelOf(row: PlanRow, { document }: Plan): string {
  if (row.items.length === 0) return mentionWords(row, signs);
  return row.items.map((item) => itemWords(item, row, document?.publisher ?? null, signs)).join('; ');
}

/** In a picture every character is at hand. */
const signs = { ascii: false };

/** Characters of a quote that the pointer shows. */
const TOLD = 600;

/** The whole row in words: what the pointer shows. */
export function tooltipOf(row: PlanRow, plan: Plan): string {
  const quotes = row.items.length > 0 ? row.items.map(({ evidence }) => evidence) : [row.evidence];
  const said = [...new Set(quotes.map((evidence) => `“${shortened(evidence.quote, TOLD)}” ${place(evidence)}`.trim()))];
  const label = row.items.length > 0 ? `${labelOf(row, plan)}. ` : '';
  return `${row.refs.join(' ')}, ${whenOf(row)}: ${label}${said.join(' ')}`;
}

/** `by Mar 2028`, and whether that has passed where it is judged. */
export const whenOf = ({ when, status }: PlanRow): string => (status === 'passed' ? `${when}, passed` : when);

/** Rows that are not drawn. */
export interface LeftOut {
  /** Over when the document speaks. */
  readonly past: readonly PlanRow[];
  /** Recurrences that nothing hangs on. */
  readonly idle: readonly PlanRow[];
}

/** What the picture cannot draw, each kind a paragraph that begins with its count. */
export function remarksOf(plan: Plan, { past, idle }: LeftOut): string[] {
  const waiting = plan.loose.filter(
    ({ kind, items, times }) =>
      (kind === 'vague' || kind === 'unresolved') &&
      (items.length > 0 || times.some(({ role }) => role === 'deadline')),
  );
  const terms = waiting.map(({ text, times: [time], items }) => {
    const refs = items.length > 0 ? items : [time];
    return `“${text}” ${refs.map(({ ref, evidence }) => `${ref} ${place(evidence)}`).join(', ')}`;
  });
  const undated = plan.undated.map(({ ref, evidence }) => `${ref} ${place(evidence)}`);
  return [
    ...(terms.length > 0 ? [`Due on a day that is not known (${terms.length}): ${terms.join('; ')}`] : []),
    ...(undated.length > 0 ? [`Without a date (${undated.length}): ${undated.join(', ')}`] : []),
    ...(past.length > 0 ? [`Not drawn: ${counted(past.length, 'date')} before the document, with nothing due`] : []),
    ...(idle.length > 0
      ? [`Not drawn: ${counted(idle.length, 'recurrence')} with nothing due (${namesOf(idle)})`]
      : []),
    ...(plan.outside > 0 ? [`Not drawn: ${counted(plan.outside, 'date')} outside the days asked for`] : []),
  ];
}

const namesOf = (rows: readonly PlanRow[]): string => [...new Set(rows.map(({ label }) => label))].join(', ');
