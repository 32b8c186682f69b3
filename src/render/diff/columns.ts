/** The columns of a table of changes, and its rows: one row a change and kind, so that rows sort and count by kind. */
import { groupOf } from '../../model/change-groups.ts';
import type { ChangeKind, Diff } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import type { Evidence } from '../../model/report.ts';
import { type PlainValues, plainValues } from '../change-values.ts';
import type { Column } from '../columns.ts';
import { type AnyChange, actorOf, isOfCommitment, whatOf } from './any-change.ts';
import type { DiffOptions } from './options.ts';
import { kindsOf, levelIn } from './told.ts';

/** One kind of a change. */
export interface ChangeRow {
  readonly change: AnyChange;
  readonly kind: ChangeKind;
  readonly level: Level;
  readonly values: PlainValues;
  readonly old: Side;
  readonly now: Side;
}

/** Where one version says it; all empty where it does not. */
interface Side {
  readonly document: string;
  readonly id: string | null;
  readonly ref: string | null;
  readonly section: string | null;
  readonly evidence: Evidence | null;
}

const ofSide = (name: 'old' | 'new', side: (row: ChangeRow) => Side): Column<ChangeRow>[] => [
  [`${name}_document`, (row) => side(row).document],
  [`${name}_ref`, (row) => side(row).ref],
  [`${name}_id`, (row) => side(row).id],
  [`${name}_page`, (row) => side(row).evidence?.page],
  [`${name}_page_label`, (row) => side(row).evidence?.pageLabel],
  [`${name}_line`, (row) => side(row).evidence?.line],
  [`${name}_section`, (row) => side(row).section],
  [`${name}_quote`, (row) => side(row).evidence?.quote],
];

/** Name and cell of every column; names and order are public. The last is for the reader's own remarks. */
export const changeColumns: readonly Column<ChangeRow>[] = [
  ['change', ({ change }) => change.id],
  ['level', ({ level }) => level],
  ['kind', ({ kind }) => kind],
  ['group', ({ kind }) => groupOf([kind])],
  ['of', ({ change }) => (isOfCommitment(change) ? 'commitment' : 'duty')],
  ['who', ({ change }) => actorOf(change)],
  ['what', ({ change }) => whatOf(change)],
  ['before', ({ values }) => values.before],
  ['after', ({ values }) => values.after],
  ['days', ({ values }) => values.days],
  ...ofSide('old', ({ old }) => old),
  ...ofSide('new', ({ now }) => now),
  ['similarity', ({ change }) => change.similarity],
  ['note', () => ''],
];

/** The rows of a change, the worst kind first. */
export function changeRows(change: AnyChange, { documents }: Diff, options: DiffOptions): ChangeRow[] {
  const statement = isOfCommitment(change) ? change.statement : null;
  const old = sideOf(change.before ?? (change.after ? statement : null), documents[0]);
  const now = sideOf(change.after ?? (change.before ? statement : null), documents[1]);
  return kindsOf(change, options).flatMap((kind) => {
    const level = levelIn(change, kind, options);
    return options.showsKind?.(kind, level) === false
      ? []
      : [{ change, kind, level, values: plainValues(kind, change), old, now }];
  });
}

function sideOf(
  record: { readonly id: string; readonly ref: string; readonly evidence: Evidence } | null,
  { name, sections }: Diff['documents'][number],
): Side {
  const { id = null, ref = null, evidence = null } = record ?? {};
  const section = sections.find((one) => one.id === evidence?.sectionId)?.title ?? null;
  return { document: name, id, ref, section, evidence };
}
