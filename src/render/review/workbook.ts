/** A review sheet as a workbook: what was found, room for what pmed missed, and how to fill it in. */
import type { DocumentRecord } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import type { Look } from '../workbook/cell.ts';
import { DocumentLinks } from '../workbook/document-links.ts';
import { cell, factRow, headingRows, type NotesRow, notesShape, titleRow } from '../workbook/notes-sheet.ts';
import { type SheetColumn, tableSheet } from '../workbook/table-sheet.ts';
import { Workbook } from '../workbook/workbook.ts';
import { EDITABLE, type MissedRow, missedColumns, type ReviewRow, reviewColumns } from './columns.ts';

/** What a sheet is made from. */
export interface ReviewInput {
  readonly rows: Iterable<ReviewRow>;
  readonly missed: readonly MissedRow[];
  readonly documents: readonly DocumentRecord[];
  /** URL of the folder of a document from that of the workbook, empty or ending in `/`; null where it is not known. */
  readonly folderOf: (document: DocumentRecord) => string | null;
  /** Version of pmed. */
  readonly version: string;
  /** What a verdict may be, as people choose it. */
  readonly choices: readonly string[];
}

/** Empty rows for what pmed missed. */
const ROOM = 30;

/** Widths in characters, looks of what may not be edited, and what the cells say. */
const LOOKS: Readonly<Record<string, readonly [width: number, look: Look, says: string]>> = {
  ref: [6, 'quiet', 'Short name, as pmed shows it on screen'],
  quote: [56, 'wrapped', 'The words of the document. What you judge is what pmed read out of them.'],
  place: [8, 'quiet', 'Where they stand'],
  verdict: [
    18,
    'remark',
    'keep: a commitment, and who, what and by are right. not a commitment: it is none. edit: it is one, with corrections',
  ],
  who: [22, 'remark', 'Who is bound. Correct it here; empty where nobody is named'],
  what: [40, 'remark', 'What is to be done. Correct it here'],
  by: [13, 'remark', 'By when: 2026, 2026-03 or 2026-03-31. Correct it here; empty where there is no deadline'],
  note: [30, 'remark', 'Your remarks'],
  reviewer: [14, 'remark', 'Your name or initials'],
  strength: [10, 'quiet', 'How firmly: binding, firm, planned, aimed or wished'],
  section: [24, 'quiet', 'The heading above'],
  context: [56, 'quiet', 'The words before and after the quote'],
  restates: [13, 'quiet', 'Id of the commitment that says the same before it'],
  cite: [28, 'quiet', 'Publisher, year and place, ready to paste'],
  link: [24, 'link', 'Opens the PDF at the page'],
  document: [24, 'quiet', 'Name of the file'],
  id: [13, 'quiet', 'By this and the quote your verdict is found again'],
  found_who: [16, 'quiet', 'What pmed had found: by this an edit is told'],
  found_what: [24, 'quiet', 'What pmed had found'],
  found_by: [13, 'quiet', 'What pmed had found'],
  document_sha256: [16, 'quiet', 'The bytes of the file'],
};

export function* reviewWorkbook(input: ReviewInput): Generator<Uint8Array> {
  const { rows, missed, documents, version, choices } = input;
  const links = new DocumentLinks();
  for (const document of documents) links.add(document, input.folderOf(document));
  const workbook = new Workbook();
  const review = tableSheet<ReviewRow>(workbook, {
    name: 'Review',
    frozen: 2,
    columns: shown(reviewColumns, {
      link: { link: ({ its, document }) => links.page(document, its.evidence.page) },
      verdict: { choices },
    }),
  });
  for (const row of rows) review.add(row);
  const lacking = tableSheet<MissedRow>(workbook, {
    name: 'Missed',
    frozen: 1,
    columns: shown(missedColumns, {
      document: { look: 'remark' },
      quote: { look: 'remark' },
      page: { width: 8, look: 'remark', says: 'The printed number of the page' },
    }),
  });
  const [only, ...others] = documents;
  const name = only !== undefined && others.length === 0 ? only.name : '';
  for (const row of missed) lacking.add(row);
  for (let room = 0; room < ROOM; room++) lacking.add({ document: name, entry: null });
  const how = workbook.sheet(notesShape('How to fill in', [18, 100]));
  for (const row of howTo(choices)) how.add(row);
  yield* workbook.bytes({ title: 'pmed review', version });
}

function shown<R>(
  columns: readonly Column<R>[],
  more: Readonly<Record<string, Partial<SheetColumn<R>>>>,
): SheetColumn<R>[] {
  return columns.map(([name, its]) => {
    const [width, look, says] = LOOKS[name] ?? [12, 'quiet' as const, ''];
    return { name, cell: its, width, look, says, ...more[name] };
  });
}

function howTo(choices: readonly string[]): NotesRow[] {
  const steps = [
    'Read a quote in the sheet Review. Choose a verdict in the yellow cell beside it.',
    'keep: it is a commitment, and who, what and by are right.',
    'not a commitment: it is none, such as a description, a heading or what others should do. Say why in note.',
    'edit: it is one, and something is wrong. Correct who, what or by in the yellow cells: they are the verdict then.',
    'by is a year, a month or a day: 2026, 2026-03 or 2026-03-31. Empty it where there is no deadline.',
    'Leave the verdict empty where you have not looked: such rows count for nothing.',
    'What pmed has missed goes into the sheet Missed, with its quote word for word. Without it nobody can say how much was missed.',
  ];
  const notes = [
    'Sort, filter, hide and move columns as you like: rows are known by id and quote, columns by their heads. Do not rename heads.',
    'Only yellow cells are read back. Rows that you delete keep the verdict they had.',
    'Save as .xlsx (or .csv), then:  pmed review import review.xlsx',
  ];
  return [
    titleRow('How to fill in this review'),
    ...headingRows('What to do'),
    ...steps.map((step, index) => factRow(String(index + 1), cell(step, 'wrapped'))),
    ...headingRows('Good to know'),
    ...notes.map((note) => factRow('', cell(note, 'wrapped'))),
    ...headingRows('The columns'),
    ...reviewColumns.map(([name]) =>
      factRow(EDITABLE.has(name) ? `${name} (yellow)` : name, cell(LOOKS[name]?.[2] ?? '', 'wrapped')),
    ),
    ...headingRows('Verdicts'),
    ...choices.map((choice) => factRow('', cell(choice))),
  ];
}
