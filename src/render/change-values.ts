/** The two values of a change, as a reader compares them: `31 Mar 2026 → 31 Mar 2028 (+24 months)`. */
import type { ChangeKind, Diff, FieldChange } from '../model/diff.ts';
import type { Deadline, DocumentRecord } from '../model/report.ts';
import { dateOfPrecision } from './dates.ts';
import { type AnyChange, isOfCommitment } from './diff/any-change.ts';

/** What stood on either side, and by how many days it is later (or earlier, below 0); or what happened, in words. */
export type ChangeValues =
  | { readonly kind: 'sides'; readonly before: string; readonly after: string; readonly days: number }
  | { readonly kind: 'words'; readonly words: string };

/** @returns one line; empty for kinds that the quotes show best */
export function changeValues(kind: ChangeKind, change: AnyChange, documents: Diff['documents'], arrow: string): string {
  const values = valuesOf(kind, change, documents);
  if (values?.kind !== 'sides') return values?.words ?? '';
  const sides = `${values.before} ${arrow} ${values.after}`;
  return values.days === 0 ? sides : `${sides}  (${lag(values.days)})`;
}

/** The values of one kind of a change; null for kinds that the quotes show best. */
export function valuesOf(kind: ChangeKind, change: AnyChange, documents: Diff['documents']): ChangeValues | null {
  const { before, after, fields } = change;
  switch (kind) {
    case 'weakened':
    case 'strengthened':
      return sides(forceOf('before', change), forceOf('after', change));
    case 'deadline-slipped':
    case 'deadline-advanced':
    case 'deadline-dropped':
    case 'deadline-added':
    case 'deadline-vaguer':
    case 'deadline-sharper': {
      const { deadline } = fields;
      const [old, now] = [dueOf(before?.deadline, deadline?.before), dueOf(after?.deadline, deadline?.after)];
      return sides(old, now, deadline?.days);
    }
    case 'target-raised':
    case 'target-lowered':
    case 'target-changed':
    case 'target-dropped':
    case 'target-added':
      return sides(shown(fields.target, 'before', 'none'), shown(fields.target, 'after', 'none'));
    case 'target-baseline-changed':
      return sides(shown(fields.baseline, 'before', 'none'), shown(fields.baseline, 'after', 'none'));
    case 'actor-changed':
    case 'actor-dropped':
    case 'actor-added':
      return sides(shown(fields.actor, 'before', 'not named'), shown(fields.actor, 'after', 'not named'));
    case 'condition-added':
      return words(`"${shown(fields.condition, 'after', '')}"`);
    case 'condition-removed':
      return words(`"${shown(fields.condition, 'before', '')}"`);
    case 'scope-narrowed':
    case 'scope-widened':
      return sides(quoted(fields.scope, 'before'), quoted(fields.scope, 'after'));
    case 'polarity-flipped':
      return words(fields.polarity?.after === 'negative' ? 'promised, now ruled out' : 'ruled out, now promised');
    case 'split':
      return words(`into ${partsOf(change, 'newId')} sentences`);
    case 'merged':
      return words(`from ${partsOf(change, 'oldId')} sentences`);
    case 'moved':
      return movedTo(change, documents);
    case 'removed':
    case 'added':
    case 'reworded':
      return null;
  }
}

const sides = (before: string, after: string, days = 0): ChangeValues => ({ kind: 'sides', before, after, days });
const words = (said: string): ChangeValues => ({ kind: 'words', words: said });

/** Cue and verb, or what kind of statement it is where it is no commitment; of a duty the word that makes it one. */
function forceOf(which: 'before' | 'after', change: AnyChange): string {
  if (!isOfCommitment(change)) return shown(change.fields.force, which, 'no duty');
  const side = change[which];
  if (!side) return change.statement ? `no commitment (${change.statement.kind})` : 'no commitment';
  const verb = side.action.verb;
  const cue = side.cue.text;
  return verb && !cue.toLowerCase().includes(verb.toLowerCase()) ? `${cue} ${verb}` : cue;
}

/** Of how many commitments the sentences are that came of one, or that one came of. */
const partsOf = (change: AnyChange, side: 'oldId' | 'newId'): number =>
  isOfCommitment(change) ? change.also.filter((one) => one[side] !== null).length + 1 : 1;

function dueOf(deadline: Deadline | null | undefined, value: FieldChange['before'] | undefined): string {
  if (deadline?.end && deadline.end === value) return dateOfPrecision(deadline.end, deadline.precision);
  if (value === null || value === undefined) return 'none';
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateOfPrecision(text, null) : `"${text}"`;
}

/** `+24 months`, or days where it is under two months. */
export function lag(days: number): string {
  const signed = (count: number, unit: string) =>
    `${count < 0 ? '-' : '+'}${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`;
  return Math.abs(days) < 59 ? signed(days, 'day') : signed(Math.round(days / 30.44), 'month');
}

function shown(field: FieldChange | undefined, side: 'before' | 'after', none: string): string {
  const value = field?.[side];
  return value === null || value === undefined ? none : String(value);
}

function quoted(field: FieldChange | undefined, side: 'before' | 'after'): string {
  const value = field?.[side];
  return value === null || value === undefined ? 'nothing' : `"${value}"`;
}

function movedTo({ before, after }: AnyChange, documents: Diff['documents']): ChangeValues {
  const title = (document: DocumentRecord, id: string | null | undefined) =>
    document.sections.find((section) => section.id === id)?.title ?? 'the beginning';
  const [old, now] = [title(documents[0], before?.evidence.sectionId), title(documents[1], after?.evidence.sectionId)];
  return old === now ? words('in another order') : sides(old, now);
}

/** The two values of a change as data has them: ISO days, numbers, words; null for none. */
export interface PlainValues {
  readonly before: string | number | null;
  readonly after: string | number | null;
  readonly days: number | null;
}

/** Which field holds the values of a kind; those of other kinds are in no field. */
const FIELDS: readonly (readonly [start: string, field: string])[] = [
  ['deadline-', 'deadline'],
  ['target-baseline-', 'baseline'],
  ['target-', 'target'],
  ['actor-', 'actor'],
  ['condition-', 'condition'],
  ['scope-', 'scope'],
  ['polarity-', 'polarity'],
];

/** The values of a kind as data; of force the words that carry it. */
export function plainValues(kind: ChangeKind, change: AnyChange): PlainValues {
  if (kind === 'weakened' || kind === 'strengthened') {
    return { before: forceOf('before', change), after: forceOf('after', change), days: null };
  }
  const name = FIELDS.find(([start]) => kind.startsWith(start))?.[1];
  const field = name === undefined ? undefined : change.fields[name];
  return { before: field?.before ?? null, after: field?.after ?? null, days: field?.days ?? null };
}
