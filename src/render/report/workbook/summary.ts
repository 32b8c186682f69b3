/** The sheet Summary of a report: what it is about, what was found in numbers, and where in the workbook it stands. */
import { STATEMENT_KINDS, STRENGTH_LABELS } from '../../../model/kinds.ts';
import type { DocumentRecord, StrengthLabel } from '../../../model/report.ts';
import { readableDate } from '../../dates.ts';
import type { DocumentRow } from '../../documents/columns.ts';
import { capital } from '../../html/capital.ts';
import { languageOf } from '../../languages.ts';
import { counted } from '../../numbers.ts';
import { strengthMeanings } from '../../strength-meanings.ts';
import type { Cell } from '../../workbook/cell.ts';
import { contentsRows } from '../../workbook/contents.ts';
import type { DocumentLinks } from '../../workbook/document-links.ts';
import { cell, factRow, headingRows, type NotesRow, titleRow } from '../../workbook/notes-sheet.ts';
import type { SheetPart } from '../../workbook/sheet-part.ts';
import { sources } from '../head.ts';
import type { SheetName } from './settings.ts';
import type { Tally } from './tally.ts';

/** What the sheet is written from. */
export interface SummaryInput {
  readonly tally: Tally;
  readonly links: DocumentLinks;
  readonly shows: ReadonlySet<SheetName>;
  /** The other sheets, in their order. */
  readonly sheets: readonly SheetPart[];
}

/** Themes that the summary names. */
const MOST_THEMES = 8;

/** Widths of its columns: of one document, or with a line for each of many. */
export const summaryWidths = (isOne: boolean): number[] => [
  isOne ? 24 : 44,
  14,
  12,
  14,
  10,
  10,
  10,
  10,
  10,
  11,
  10,
  24,
];

export function summaryRows(input: SummaryInput): NotesRow[] {
  const { documents } = input.tally;
  const [first] = documents;
  const only = documents.length === 1 && first !== undefined ? first.document : null;
  return [
    ...(only === null ? headOfMany(input) : headOfOne(only, input)),
    ...numbers(input),
    ...(only === null ? documentLines(input) : themeLines(input)),
    ...contentsRows(input.sheets),
  ];
}

/** The title of a workbook about these documents. */
export function titleOf({ documents }: Pick<Tally, 'documents'>): string {
  const [first] = documents;
  if (documents.length !== 1 || first === undefined) return counted(documents.length, 'document');
  return first.document.title ?? first.document.name;
}

function headOfOne(document: DocumentRecord, { tally, links }: SummaryInput): NotesRow[] {
  const { name, title, publisher, date, pages, words, language, textCoverage, status } = document;
  const isRead = status === 'read' && textCoverage >= 1;
  const quote = date?.quote ?? null;
  return [
    titleRow(titleOf(tally)),
    [
      cell(
        [publisher, date === null ? null : readableDate(date.value)].filter((part) => part !== null).join(' · '),
        'label',
      ),
    ],
    ...headingRows('Document'),
    factRow('File', cell(name, 'plain', links.file(document))),
    ...(title === null ? [] : [factRow('Title', cell(title))]),
    ...(publisher === null ? [] : [factRow('Publisher', cell(publisher))]),
    date === null
      ? factRow('Date', cell('not found'))
      : factRow('Date', cell(date.value, 'day'), sources[date.source] + (quote === null ? '' : `: “${quote}”`)),
    ...(pages === null ? [] : [factRow('Pages', cell(pages, 'count'))]),
    factRow('Words', cell(words, 'count')),
    ...(language === null ? [] : [factRow('Language', cell(languageOf(language)))]),
    ...(isRead
      ? []
      : [
          factRow(
            'Read',
            cell(status),
            `${Math.floor(textCoverage * 100)}% of its pages have text; the sheet Problems says more`,
          ),
        ]),
  ];
}

function headOfMany({ tally: { documents, unopened } }: SummaryInput): NotesRow[] {
  const count = (status: DocumentRecord['status']): number =>
    documents.filter(({ document }) => document.status === status).length;
  const sum = (of: (document: DocumentRecord) => number): Cell =>
    cell(
      documents.reduce((all, { document }) => all + of(document), 0),
      'count',
    );
  const failed = count('failed') + unopened;
  return [
    titleRow(titleOf({ documents })),
    ...headingRows('Documents'),
    factRow('Read', cell(count('read'), 'count')),
    ...(count('partial') === 0
      ? []
      : [factRow('Read in part', cell(count('partial'), 'count'), 'some pages have no text')]),
    ...(failed === 0 ? [] : [factRow('Not read', cell(failed, 'count'), 'the sheet Problems says why')]),
    factRow(
      'Pages',
      sum(({ pages }) => pages ?? 0),
    ),
    factRow(
      'Words',
      sum(({ words }) => words),
    ),
  ];
}

function numbers({ tally, shows }: SummaryInput): NotesRow[] {
  const { summary, rejected, statements, times, firstDeadline, lastDeadline } = tally;
  const { commitments, distinct, byStrength, checkable, undated } = summary;
  const share = (part: number): string => (commitments === 0 ? '' : `${Math.round((100 * part) / commitments)}%`);
  const labels = [...STRENGTH_LABELS].reverse();
  const kinds = STATEMENT_KINDS.filter((kind) => statements.has(kind));
  return [
    ...(shows.has('commitments')
      ? [
          ...headingRows('Commitments'),
          factRow('All', cell(commitments, 'count')),
          ...(distinct === commitments
            ? []
            : [factRow('Each once', cell(distinct, 'count'), 'restatements not counted')]),
          ...labels.map((label) => strengthRow(label, byStrength[label], share(byStrength[label]))),
          factRow('Checkable', cell(checkable, 'count'), `${share(checkable)}  say who, how much and by when`.trim()),
          factRow('Undated', cell(undated, 'count'), `${share(undated)}  say nothing of when`.trim()),
          ...(rejected === 0
            ? []
            : [factRow('Rejected', cell(rejected, 'count'), 'by review; counted nowhere, in the sheet Rejected')]),
        ]
      : []),
    ...(shows.has('statements') && kinds.length > 0
      ? [
          ...headingRows('Also said'),
          ...kinds.map((kind) => factRow(capital(kind), cell(statements.get(kind), 'count'))),
        ]
      : []),
    ...(shows.has('timeline') && times > 0
      ? [
          ...headingRows('Timeline'),
          factRow('Times', cell(times, 'count'), 'dates, deadlines, periods and recurrences'),
          ...(firstDeadline === null ? [] : [factRow('First deadline', cell(firstDeadline, 'day'))]),
          ...(lastDeadline === null ? [] : [factRow('Last deadline', cell(lastDeadline, 'day'))]),
        ]
      : []),
  ];
}

const strengthRow = (label: StrengthLabel, count: number, share: string): NotesRow =>
  factRow(capital(label), cell(count, 'count'), `${share}  ${strengthMeanings[label]}`.trim());

function themeLines({ tally: { themes }, shows }: SummaryInput): NotesRow[] {
  if (!shows.has('themes') || themes.length === 0) return [];
  const ranked = [...themes].sort((a, b) => b.share - a.share).slice(0, MOST_THEMES);
  return [
    ...headingRows('Themes'),
    ...ranked.map(({ label, share, passages }) => factRow(label, cell(share, 'share'), counted(passages, 'passage'))),
  ];
}

/** A column of the lines below: its head, and its cell of a document. */
type LineColumn = readonly [name: string, cell: (row: DocumentRow) => Cell];

const counts: readonly LineColumn[] = [
  ['commitments', ({ summary }) => cell(summary?.commitments, 'count')],
  ...[...STRENGTH_LABELS]
    .reverse()
    .map((label): LineColumn => [label, ({ summary }) => cell(summary?.byStrength[label], 'count')]),
  ['checkable', ({ summary }) => cell(summary?.checkable, 'count')],
  ['undated', ({ summary }) => cell(summary?.undated, 'count')],
];

/** One line a document. */
function documentLines({ tally: { documents }, links, shows }: SummaryInput): NotesRow[] {
  if (documents.length === 0) return [];
  const columns: readonly LineColumn[] = [
    ['document', ({ document }) => cell(document.title ?? document.name, 'plain', links.file(document))],
    ['date', ({ document }) => cell(document.date?.value, 'day')],
    ['pages', ({ document }) => cell(document.pages, 'count')],
    ...(shows.has('commitments') ? counts : []),
    ...(shows.has('themes') ? [['strongest theme', ({ themes }: DocumentRow) => cell(themes?.[0])] as const] : []),
  ];
  return [
    ...headingRows('One by one'),
    columns.map(([name]) => cell(name, 'head')),
    ...documents.map((row) => columns.map(([, of]) => of(row))),
  ];
}
