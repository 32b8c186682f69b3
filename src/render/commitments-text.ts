/** The screen of `pmed commitments`: who will do what, by when, of one document. */
import { type ReportPart, summarise } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import { chooseFirmest, chooseFirst } from './commitments/choose.ts';
import { strengthsOf } from './commitments/counts.ts';
import { type Distinct, distinct } from './commitments/distinct.ts';
import { type Group, type Grouping, groupsOf } from './commitments/groups.ts';
import { rejectedFact, rejectedLines, reviewedLegend } from './commitments/reviewed.ts';
import { drawRows, rowHeights } from './commitments/table.ts';
import { counted, grouped } from './numbers.ts';
import { headLines } from './report/head.ts';
import { leftOut } from './report/phrases.ts';
import { blocksText, type ScreenOptions, sign } from './screen.ts';
import { hang, listed } from './wrap.ts';

export interface CommitmentsScreen extends ScreenOptions {
  readonly tool: Tool;
  readonly groupBy: Grouping | null;
  /** Whether the order was asked for: then the first are shown, not the firmest. */
  readonly isSorted: boolean;
}

/** Lines that the default screen spends on rows. */
const LINES = 36;
/** Groups that the default screen shows. */
const GROUPS = 8;

/**
 * One document as a screen of about fifty lines, or as long as it takes with `all`; empty where none was read.
 * @param part with the commitments that are asked for
 * @param found how many the document has, restatements not counted
 */
export function renderCommitments(part: ReportPart, found: number, screen: CommitmentsScreen): string {
  const { document, commitments, rejected = [] } = part;
  if (document === null || document.status === 'failed') return '';
  const rows = distinct(commitments);
  const head = [...headLines(document, screen.tool, screen), ...countLines(rows, part, found, screen)];
  const body = screen.groupBy === null ? plain(rows, part, screen) : inGroups(rows, screen.groupBy, part, screen);
  return blocksText([head, ...body, rejectedLines(rejected, document, screen)]);
}

function plain(rows: readonly Distinct[], { document }: ReportPart, screen: CommitmentsScreen): string[][] {
  const shown = shownOf(rows, LINES, document, screen);
  if (shown.length === 0) return [];
  const drawn = drawRows(shown, document, screen);
  return [
    [...drawn.head, ...drawn.rows.flat(), ...leftOut(rows.length - shown.length, screen), ...legendOf(shown, screen)],
  ];
}

/** One table whose rows stand under the heads of their groups, so that columns are in line. */
function inGroups(
  rows: readonly Distinct[],
  grouping: Grouping,
  part: ReportPart,
  screen: CommitmentsScreen,
): string[][] {
  const groups = groupsOf(rows, grouping, part);
  const shown = screen.all ? groups : groups.slice(0, GROUPS);
  const room = Math.floor(LINES / Math.max(1, shown.length)) - 2;
  const chosen = shown.map((group) => shownOf(group.rows, Math.max(2, room), part.document, screen));
  const drawn = drawRows(chosen.flat(), part.document, screen);
  let at = 0;
  const blocks = shown.map((group, index) => {
    const count = chosen[index]?.length ?? 0;
    const lines = drawn.rows.slice(at, at + count).flat();
    at += count;
    return [...titleOf(group, screen), ...lines, ...leftOut(group.rows.length - count, screen)];
  });
  const others = groups.slice(shown.length);
  return [
    ...(drawn.head.length === 0 || blocks.length === 0 ? [] : [[...drawn.head]]),
    ...blocks,
    [...(others.length === 0 ? [] : restOf(others, screen)), ...legendOf(chosen.flat(), screen)],
  ];
}

const legendOf = (rows: readonly Distinct[], screen: CommitmentsScreen): string[] =>
  reviewedLegend(
    rows.map(({ commitment }) => commitment),
    screen,
  );

function titleOf({ title, rows }: Group, { paint, width }: CommitmentsScreen): string[] {
  return hang(`${title} (${grouped(rows.length)})`, width, '', '').map(paint.head);
}

function restOf(groups: readonly Group[], { paint, width }: CommitmentsScreen): string[] {
  const names = groups.slice(0, 6).map(({ title, rows }) => `${title} ${grouped(rows.length)}`);
  const text = `${counted(groups.length, 'more group')}: --all   ${names.join(', ')}${groups.length > 6 ? ', ...' : ''}`;
  return hang(text, width, ' ', ' ').map(paint.quiet);
}

function shownOf(
  rows: readonly Distinct[],
  room: number,
  document: ReportPart['document'],
  screen: CommitmentsScreen,
): readonly Distinct[] {
  if (screen.all) return rows;
  const heights = rowHeights(rows, document, screen);
  return screen.isSorted ? chooseFirst(rows, heights, room) : chooseFirmest(rows, heights, room);
}

/** `33 commitments: 2 binding, 16 firm · checkable 8 of 33 · 4 restatements not counted`. */
function countLines(
  rows: readonly Distinct[],
  { commitments, rejected = [] }: ReportPart,
  found: number,
  screen: CommitmentsScreen,
): string[] {
  const all = commitments.length;
  const summary = summarise(rows.map(({ commitment }) => commitment));
  const share =
    rows.length === found ? counted(found, 'commitment') : `${grouped(rows.length)} of ${counted(found, 'commitment')}`;
  const facts = [
    rows.length === 0
      ? found === 0
        ? 'no commitments found'
        : `none of ${counted(found, 'commitment')}`
      : `${share}: ${strengthsOf(summary)}`,
    rows.length === 0 ? null : `checkable ${summary.checkable} of ${grouped(rows.length)}`,
    all === rows.length ? null : `${counted(all - rows.length, 'restatement')} not counted`,
    rejectedFact(rejected, screen),
  ].filter((fact) => fact !== null);
  return listed(facts, ` ${sign('dot', screen)} `, screen.width);
}
