/** The screen of several documents: a line for each, the most commitments first, and what was not read. */
import { addSummaries, type ReportPart, summarise } from '../model/part.ts';
import type { Summary, Tool } from '../model/report.ts';
import { chooseFirst } from './commitments/choose.ts';
import { strengthsOf } from './commitments/counts.ts';
import { distinct } from './commitments/distinct.ts';
import { harmless } from './harmless.ts';
import { counted, grouped } from './numbers.ts';
import { leftOut } from './report/phrases.ts';
import { blocksText, type ScreenOptions, sign } from './screen.ts';
import { type Column, draw, layOut } from './table.ts';
import { hang, listed } from './wrap.ts';

/** What the screen needs of a document: small, so that any number can be kept. */
export interface FolderRow {
  /** As typed, or as found in a folder; null for what could not even be named. */
  readonly path: string | null;
  readonly isRead: boolean;
  /** Whether some of it could not be read. */
  readonly isPartly: boolean;
  readonly pages: number | null;
  readonly words: number;
  /** Of its commitments, restatements not counted. */
  readonly summary: Summary;
  /** The label of the theme that most passages carry. */
  readonly theme: string | null;
  /** Why it was not read, or not all of it, in a few words. */
  readonly why: string | null;
}

/** Lines that the default screen spends on documents. */
const LINES = 36;
/** Below this width a table has no room for names. */
const NARROW = 72;
/** Columns of counts; what they leave is for names. */
const COUNTS = 54;
/** Documents that were not read and are named. */
const NAMED = 8;

/** Why an input is not read, by the code of what is said of it on stderr. */
const WHY: Readonly<Record<string, string>> = {
  'PMED-I101': 'no such file',
  'PMED-I102': 'cannot be opened',
  'PMED-I103': 'too big',
  'PMED-I104': 'no text',
  'PMED-I105': 'encrypted',
  'PMED-I106': 'damaged',
  'PMED-I107': 'took too long',
  'PMED-I108': 'no kind of document that pmed reads',
  'PMED-I111': 'pages without text',
};

/** What a message names: `cannot read 'plan.pdf': no such file`. */
const named = (message = ''): string | undefined => /'([^']+)'/.exec(message)?.[1];

/** The row of a document. @param path as it was typed, or found in a folder */
export function folderRow({ document, commitments, themes, diagnostics }: ReportPart, path: string | null): FolderRow {
  const [top] = [...themes].sort((a, b) => b.passages - a.passages || b.hits - a.hits);
  const isRead = document !== null && document.status !== 'failed';
  const isPartly = document?.status === 'partial';
  const codes = diagnostics.filter(({ level }) => level !== 'note').map(({ code }) => code);
  const why = codes.map((code) => WHY[code]).find((words) => words !== undefined) ?? null;
  return {
    path: path ?? document?.name ?? named(diagnostics[0]?.message) ?? null,
    isRead,
    isPartly,
    pages: document?.pages ?? null,
    words: document?.words ?? 0,
    summary: summarise(distinct(commitments).map(({ commitment }) => commitment)),
    theme: top?.label ?? null,
    why: isRead && !isPartly ? null : why,
  };
}

/** All rows as a screen of about fifty lines, or as long as it takes with `all`. */
export function renderFolder(rows: readonly FolderRow[], tool: Tool, screen: ScreenOptions): string {
  const { paint, width } = screen;
  const read = rows.filter(({ isRead }) => isRead).sort((a, b) => b.summary.commitments - a.summary.commitments);
  const names = namesOf(read);
  const drawn = width < NARROW ? cards(read, names, screen) : table(read, names, screen);
  const heights = drawn.rows.map((lines) => lines.length);
  const shown = screen.all ? drawn.rows : chooseFirst(drawn.rows, heights, LINES);
  return blocksText([
    headLines(rows, tool, screen),
    totalLines(read, screen),
    [...drawn.head, ...shown.flat(), ...leftOut(drawn.rows.length - shown.length, screen)],
    [
      ...gapLines(
        'Not read',
        rows.filter(({ isRead }) => !isRead),
        screen,
      ),
      ...gapLines(
        'Read in part',
        rows.filter(({ isPartly }) => isPartly),
        screen,
      ),
      ...hang('A screen for each of them: --each', width, '', '').map(paint.quiet),
    ],
  ]);
}

/** `210 documents · 207 read · 1 in part · 2 not read · 9,812 pages`. */
function headLines(rows: readonly FolderRow[], tool: Tool, screen: ScreenOptions): string[] {
  const partly = rows.filter(({ isPartly }) => isPartly).length;
  const unread = rows.filter(({ isRead }) => !isRead).length;
  const pages = rows.reduce((sum, row) => sum + (row.pages ?? 0), 0);
  const title = counted(rows.length, 'document');
  const facts = [
    title,
    unread + partly === 0 ? 'all read' : `${grouped(rows.length - unread - partly)} read`,
    ...(partly === 0 ? [] : [`${grouped(partly)} in part`]),
    ...(unread === 0 ? [] : [`${grouped(unread)} not read`]),
    ...(pages === 0 ? [] : [counted(pages, 'page')]),
    counted(
      rows.reduce((sum, { words }) => sum + words, 0),
      'word',
    ),
    ...tool.packs.map(({ id, version }) => `${id} ${version}`),
  ];
  const [first = '', ...rest] = listed(facts, ` ${sign('dot', screen)} `, screen.width);
  return [screen.paint.head(title) + first.slice(title.length), ...rest];
}

/** How many commitments all of them have, how firm, and how many of them can be checked. */
function totalLines(rows: readonly FolderRow[], { paint, width }: ScreenOptions): string[] {
  const total = rows.map(({ summary }) => summary).reduce(addSummaries, summarise([]));
  const { commitments: all } = total;
  if (all === 0) return [`${paint.head('COMMITMENTS')}  none found`];
  const start = `COMMITMENTS  ${grouped(all)}   `;
  const indent = ' '.repeat(start.length);
  const checkable = `checkable ${grouped(total.checkable)} of ${grouped(all)}`;
  const [first = '', ...rest] = [
    ...hang(strengthsOf(total), width, start, indent),
    ...hang(`${checkable} (owner, deadline and measure are named)`, width, indent, indent),
  ];
  return [paint.head('COMMITMENTS') + first.slice('COMMITMENTS'.length), ...rest];
}

/** The paths without the folder that all of them have in common. */
function namesOf(rows: readonly FolderRow[]): readonly string[] {
  const paths = rows.map(({ path }) => path ?? '');
  const folders = (paths[0] ?? '').split(/(?<=[\\/])/).slice(0, -1);
  let common = '';
  for (const folder of folders) {
    if (!paths.every((path) => path.startsWith(common + folder))) break;
    common += folder;
  }
  return paths.map((path) => harmless(path.slice(common.length)));
}

const share = (count: number, { commitments }: Summary): string =>
  commitments === 0 ? '' : `${Math.round((count / commitments) * 100)} %`;

const firm = ({ summary }: FolderRow): string => share(summary.byStrength.binding + summary.byStrength.firm, summary);
const checkable = ({ summary }: FolderRow): string => share(summary.checkable, summary);

interface Drawn {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function table(rows: readonly FolderRow[], names: readonly string[], { paint, width }: ScreenOptions): Drawn {
  const isPaged = rows.some(({ pages }) => pages !== null);
  const columns: readonly Column[] = [
    { head: 'FILE', least: 12, most: width - COUNTS, paint: paint.id },
    { head: isPaged ? 'PAGES' : 'WORDS', least: 5, most: 9, align: 'right' },
    { head: 'COMMITMENTS', least: 11, most: 11, align: 'right' },
    { head: 'FIRM', least: 5, most: 5, align: 'right' },
    { head: 'CHECKABLE', least: 9, most: 9, align: 'right' },
    { head: 'TOP THEME', least: 10, most: 'rest' },
  ];
  const cells = rows.map((row, index) => [
    names[index] ?? '',
    isPaged ? (row.pages === null ? '' : grouped(row.pages)) : grouped(row.words),
    grouped(row.summary.commitments),
    firm(row),
    checkable(row),
    harmless(row.theme ?? ''),
  ]);
  const [head = [], ...lines] = draw(layOut(columns, cells, width - 1), paint.quiet);
  const indented = (some: readonly string[]): readonly string[] => some.map((line) => ` ${line}`);
  return { head: rows.length === 0 ? [] : indented(head), rows: lines.map(indented) };
}

function cards(rows: readonly FolderRow[], names: readonly string[], screen: ScreenOptions): Drawn {
  const { paint, width } = screen;
  return {
    head: [],
    rows: rows.map((row, index) => {
      const facts = [
        row.pages === null ? counted(row.words, 'word') : counted(row.pages, 'page'),
        counted(row.summary.commitments, 'commitment'),
        ...(row.summary.commitments === 0 ? [] : [`${firm(row)} firm`, `${checkable(row)} checkable`]),
        ...(row.theme === null ? [] : [harmless(row.theme)]),
      ];
      return [
        ...hang(names[index] ?? '', width, ' ', '   ').map(paint.id),
        ...listed(facts, ` ${sign('dot', screen)} `, width - 3).map((line) => `   ${line}`),
      ];
    }),
  };
}

/** `Not read: old/annex-b.pdf (encrypted), old/scan.pdf (no text)`. */
function gapLines(title: string, rows: readonly FolderRow[], screen: ScreenOptions): string[] {
  if (rows.length === 0) return [];
  const shown = screen.all || rows.length <= NAMED + 1 ? rows : rows.slice(0, NAMED);
  const left = rows.length - shown.length;
  const items = [
    ...shown.map(({ path, why }) => [harmless(path ?? 'an input'), why === null ? '' : ` (${why})`].join('')),
    ...(left === 0 ? [] : [`${grouped(left)} more: --all`]),
  ];
  const [first = '', ...rest] = items;
  return listed([`${title}: ${first}`, ...rest], ', ', screen.width - 2).map((line, at) =>
    screen.paint.warn((at === 0 ? '' : '  ') + line),
  );
}
