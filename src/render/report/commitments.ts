/** The commitments of the screen: how many, how firm, and those that matter most. */
import { type ReportPart, summarise } from '../../model/part.ts';
import type { Commitment, DocumentRecord } from '../../model/report.ts';
import { chooseFirmest } from '../commitments/choose.ts';
import { strengthsOf } from '../commitments/counts.ts';
import { distinct } from '../commitments/distinct.ts';
import { rejectedFact, rejectedLines, reviewedLegend } from '../commitments/reviewed.ts';
import { drawRows, rowHeights } from '../commitments/table.ts';
import { counted } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Lines that the default screen spends on commitments, heads and rests aside. */
const LINES = 19;

export function commitmentLines(
  { commitments, rejected = [] }: Pick<ReportPart, 'commitments' | 'rejected'>,
  document: DocumentRecord,
  screen: ScreenOptions,
): string[] {
  const rows = distinct(commitments);
  const head = headLine(
    rows.map(({ commitment }) => commitment),
    [restatementsFact(commitments.length - rows.length), rejectedFact(rejected, screen)],
    screen.width,
  );
  head[0] = screen.paint.head('COMMITMENTS') + (head[0] ?? '').slice('COMMITMENTS'.length);
  const gone = rejectedLines(rejected, document, screen);
  const below = gone.length === 0 ? [] : ['', ...gone];
  if (rows.length === 0) return [...head, ...below];
  const shown = screen.all ? rows : chooseFirmest(rows, rowHeights(rows, document, screen), LINES);
  const drawn = drawRows(shown, document, screen);
  return [
    ...head,
    '',
    ...drawn.head,
    ...drawn.rows.flat(),
    ...leftOut(rows.length - shown.length, screen),
    ...reviewedLegend(
      shown.map(({ commitment }) => commitment),
      screen,
    ),
    ...below,
  ];
}

const restatementsFact = (count: number): string | null =>
  count === 0 ? null : `${counted(count, 'restatement')} not counted`;

/** @param more facts below the counts; null for none */
function headLine(commitments: readonly Commitment[], more: readonly (string | null)[], width: number): string[] {
  const facts = more.filter((fact) => fact !== null);
  if (commitments.length === 0) {
    const indent = ' '.repeat('COMMITMENTS  '.length);
    return ['COMMITMENTS  none found', ...facts.flatMap((fact) => hang(fact, width, indent, indent))];
  }
  const summary = summarise(commitments);
  const checkable = `checkable ${summary.checkable} of ${summary.commitments} (owner, deadline and measure are named)`;
  const first = `COMMITMENTS  ${summary.commitments}   `;
  const indent = ' '.repeat(first.length);
  return [
    ...hang(strengthsOf(summary), width, first, indent),
    ...hang(checkable, width, indent, indent),
    ...facts.flatMap((fact) => hang(fact, width, indent, indent)),
  ];
}
