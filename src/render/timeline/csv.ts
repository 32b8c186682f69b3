/** The timeline as a table for spreadsheets: one row a time expression, in the order of time. */
import type { DocumentRecord, Report, TimeRecord } from '../../model/report.ts';
import { bareTable, beforeTable, type TableLook, tableRow } from '../csv.ts';
import { harmless } from '../harmless.ts';
import { chronological } from './order.ts';

/** What the timeline needs of a report. */
export type TimelineReport = Pick<Report, 'tool' | 'documents' | 'commitments' | 'statements' | 'timeline'>;

/** A time with all that its row tells. */
interface Row {
  readonly time: TimeRecord;
  readonly document: DocumentRecord | undefined;
  /** Refs of the commitments and of the statements that it dates. */
  readonly commitments: readonly string[];
  readonly statements: readonly string[];
  readonly section: string;
}

/** Name and cell of every column; names and order are public. */
const columns: readonly (readonly [name: string, cell: (row: Row) => string | number | boolean | null | undefined])[] =
  [
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
    ['commitments', ({ commitments }) => commitments.join(' ')],
    ['statements', ({ statements }) => statements.join(' ')],
    ['quote', ({ time }) => time.evidence.quote],
    ['page', ({ time }) => time.evidence.page],
    ['page_label', ({ time }) => time.evidence.pageLabel],
    ['section', ({ section }) => section],
    ['line', ({ time }) => time.evidence.line],
    ['cite', ({ time }) => time.evidence.cite],
  ];

/** The whole table, row by row. Cells that are null in the JSON are empty; dates are ISO days. */
export function* timelineTable(report: TimelineReport, look: TableLook = bareTable): Generator<string> {
  yield beforeTable(look) +
    tableRow(
      columns.map(([name]) => name),
      look,
    );
  for (const row of rowsOf(report)) {
    yield tableRow(
      columns.map(([, cell]) => harmless(String(cell(row) ?? ''))),
      look,
    );
  }
}

function rowsOf({ documents, commitments, statements, timeline }: TimelineReport): Row[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const titles = new Map(
    documents.map(({ id, sections }) => [id, new Map(sections.map((one) => [one.id, one.title]))]),
  );
  const bound = refsByTime(commitments);
  const said = refsByTime(statements);
  return chronological(timeline).map((time): Row => {
    const key = keyOf(time.documentId, time.id);
    return {
      time,
      document: byId.get(time.documentId),
      commitments: bound.get(key) ?? [],
      statements: said.get(key) ?? [],
      section: titles.get(time.documentId)?.get(time.evidence.sectionId ?? '') ?? '',
    };
  });
}

const keyOf = (documentId: string, timeId: string): string => `${documentId} ${timeId}`;

type Dated = Pick<Report['statements'][number], 'ref' | 'documentId' | 'deadline'>;

/** Refs by the time that dates them. */
function refsByTime(records: readonly Dated[]): Map<string, string[]> {
  const refs = new Map<string, string[]>();
  for (const { ref, documentId, deadline } of records) {
    if (deadline === null) continue;
    const key = keyOf(documentId, deadline.timeId);
    const list = refs.get(key) ?? [];
    list.push(ref);
    refs.set(key, list);
  }
  return refs;
}
