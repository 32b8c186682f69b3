/** The sheet About: what made the workbook, from what, how to cite it and make it again, and what its columns say. */
import { SCHEMA_VERSION } from '../../model/kinds.ts';
import type { DocumentRecord, Tool } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { cell, factRow, headingRows, type NotesRow, titleRow } from './notes-sheet.ts';
import type { SheetPart } from './sheet-part.ts';
import type { TableSheet } from './table-sheet.ts';

/** What the sheet tells. */
export interface AboutInput {
  readonly tool: Tool;
  /** What to type to get the same workbook. */
  readonly command: string;
  readonly documents: readonly DocumentRecord[];
  /** The tables of the workbook, in the order of their sheets. */
  readonly tables: readonly Pick<TableSheet<never>, 'name' | 'columns'>[];
}

/** Widths of its columns. */
export const ABOUT_WIDTHS = [22, 24, 96];

/** Documents whose files are named here; those of more stand in Documents alone. */
const MOST_FILES = 20;

export function writeAbout(sheet: SheetPart, input: AboutInput): void {
  for (const row of [...madeWith(input), ...cited(input), ...NOTES, ...columnsOf(input)]) sheet.add(row);
}

function madeWith({ tool, command, documents }: AboutInput): NotesRow[] {
  const { fiscalYear, dateOrder, asOf, anchors, actors, config, review } = tool.options;
  const pairs = (record: Readonly<Record<string, string>>): string[] =>
    Object.entries(record).map(([name, value]) => `${name} = ${value}`);
  const options: readonly (readonly [string, string])[] = [
    ['Financial year from', readableDate(`2000-${fiscalYear}`).replace(/ \d+$/, '')],
    ['03/04 is read as', dateOrder === 'dmy' ? '3 April' : '4 March'],
    ...(asOf === null ? [] : [['Deadlines judged on', asOf] as const]),
    ...pairs(anchors).map((pair) => ['Event', pair] as const),
    ...pairs(actors).map((pair) => ['Name', pair] as const),
    ...Object.entries(config).map(([key, values]) => ['Project file', `${key}: ${values.join(', ')}`] as const),
    ...(review === null ? [] : [['Review file', `${review.file}, SHA-256 ${review.sha256}`] as const]),
  ];
  return [
    titleRow('About this workbook'),
    ...headingRows('Made with'),
    factRow('Program', cell(`pmed ${tool.version}`), `schema ${SCHEMA_VERSION}`),
    ...tool.packs.map(({ id, version, sha256 }) => factRow('Rules', cell(`${id} ${version}`), `SHA-256 ${sha256}`)),
    ...options.map(([name, value]) => factRow(name, cell(value))),
    ...documents
      .slice(0, MOST_FILES)
      .map(({ name, sha256 }) => factRow('Document', cell(name, 'wrapped'), `SHA-256 ${sha256}`)),
    ...(documents.length > MOST_FILES
      ? [factRow('Documents', cell(documents.length, 'count'), 'with the SHA-256 of each in the sheet Documents')]
      : []),
    ...headingRows('Make it again'),
    factRow('Command', cell(command)),
  ];
}

function cited({ tool, documents }: AboutInput): NotesRow[] {
  const rules = tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const [first] = documents;
  const of =
    documents.length === 1 && first !== undefined
      ? `Analysis of ${nameOf(first)}`
      : `Analysis of ${documents.length} documents`;
  return [
    ...headingRows('Cite it'),
    factRow('This analysis', cell(`${of}. Made with pmed ${tool.version}, rules ${rules}.`)),
    factRow('A passage', cell('The column cite holds publisher, year and page of every quote, ready to paste.')),
  ];
}

/** `"Plan" (NHS England, 2016)`, with as much as is known. */
function nameOf({ title, name, publisher, date }: DocumentRecord): string {
  const known = [publisher, date?.value.slice(0, 4) ?? null].filter((part) => part !== null).join(', ');
  return `“${title ?? name}”${known === '' ? '' : ` (${known})`}`;
}

const NOTES: readonly NotesRow[] = [
  ...headingRows('Good to know'),
  ...[
    ['Dates', 'A cell is a date where the day is known. 2026-03 and 2026 are text, as exact as the document is.'],
    ['TRUE and FALSE', 'Sort and filter by them; COUNTIF(range, TRUE) counts them.'],
    [
      'Text',
      'Nothing from a document is a formula, whatever it begins with. Saved as CSV, cells lose that protection.',
    ],
    ['Links', 'They lead to the documents where they lie as seen from here; move both together.'],
    ['Your remarks', 'Once saved by you, pmed does not overwrite this file unless told so with --force.'],
  ].map(([name = '', says = '']): NotesRow => [cell(name, 'label'), cell(says)]),
];

/** Every column of every table; what a column says where it was met before is not said again. */
function columnsOf({ tables }: AboutInput): NotesRow[] {
  const said = new Set<string>();
  return [
    ...headingRows('What the columns say'),
    [cell('sheet', 'head'), cell('column', 'head'), cell('what it says', 'head')],
    ...tables.flatMap(({ name, columns }) =>
      columns.flatMap((column): NotesRow[] => {
        const key = `${column.name}\n${column.says}`;
        if (said.has(key)) return [];
        said.add(key);
        return [[cell(name, 'label'), cell(column.name), cell(column.says, 'wrapped')]];
      }),
    ),
  ];
}
