/** The columns of a table of times, and its rows: one row a time expression, in the order of time, those without a day last. */
import type { DocumentRecord, TimeRecord } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { sectionTitles } from '../sections.ts';
import { itemsByTime } from './items.ts';
import type { Plan, PlanSource } from './plan.ts';
import type { PlanItem, PlanRow } from './row.ts';

/** A time with all that its row tells. */
export interface TimeRow {
  readonly time: TimeRecord;
  readonly document: DocumentRecord | null;
  /** Title of the section that it stands in; undefined outside all. */
  readonly section: string | undefined;
  readonly status: PlanRow['status'];
  /** What hangs on it. */
  readonly items: readonly PlanItem[];
}

const refsOf = (items: readonly PlanItem[]): string => items.map(({ ref }) => ref).join(' ');

/** Name and cell of every column; names and order are public. */
const columns: readonly Column<TimeRow>[] = [
  ['id', ({ time }) => time.id],
  ['ref', ({ time }) => time.ref],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
  ['text', ({ time }) => time.text],
  ['type', ({ time }) => time.type],
  ['value', ({ time }) => time.value],
  ['start', ({ time }) => time.start],
  ['end', ({ time }) => time.end],
  ['precision', ({ time }) => time.precision],
  ['role', ({ time }) => time.role],
  ['relation', ({ time }) => time.relation],
  ['calendar', ({ time }) => time.calendar],
  ['recurrence', ({ time }) => time.recurrence],
  ['vagueness', ({ time }) => time.vagueness],
  ['anchor_kind', ({ time }) => time.anchor?.kind],
  ['anchor', ({ time }) => time.anchor?.value],
  ['resolved', ({ time }) => time.resolved],
  ['commitments', ({ items }) => refsOf(items.filter(({ kind }) => kind === 'commitment'))],
  ['statements', ({ items }) => refsOf(items.filter(({ kind }) => kind !== 'commitment'))],
  ['status', ({ status }) => status],
  ['quote', ({ time }) => time.evidence.quote],
  ['page', ({ time }) => time.evidence.page],
  ['page_label', ({ time }) => time.evidence.pageLabel],
  ['section', ({ section }) => section],
  ['line', ({ time }) => time.evidence.line],
  ['cite', ({ time }) => time.evidence.cite],
];

/** @param judged whether deadlines are judged by a day: only then there is a column `status` */
export const timeColumns = (judged: boolean): readonly Column<TimeRow>[] =>
  judged ? columns : columns.filter(([name]) => name !== 'status');

/** The rows of one document. Cells that are null in the JSON are empty; dates are ISO days. */
export function* timeRows(source: PlanSource, plan: Plan): Generator<TimeRow> {
  const items = itemsByTime(source);
  const { document } = plan;
  const titleOf = sectionTitles(document);
  const timed = plan.rows.flatMap(({ times, status }) => times.map((time) => ({ time, status })));
  const untimed = plan.loose.flatMap(({ times }) => times.map((time) => ({ time, status: null })));
  for (const { time, status } of [...timed, ...untimed]) {
    yield { time, status, document, section: titleOf(time.evidence), items: items.get(time.id) ?? [] };
  }
}
