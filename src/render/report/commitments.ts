/** The commitments of the screen: how many, how firm, and those that matter most. */
import { summarise } from '../../model/part.ts';
import type { Commitment, DocumentRecord } from '../../model/report.ts';
import { chooseFirmest } from '../commitments/choose.ts';
import { strengthsOf } from '../commitments/counts.ts';
import { distinct } from '../commitments/distinct.ts';
import { drawRows, rowHeights } from '../commitments/table.ts';
import { counted } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Lines that the default screen spends on commitments, heads and rests aside. */
const LINES = 19;

export function commitmentLines(
  commitments: readonly Commitment[],
  document: DocumentRecord,
  screen: ScreenOptions,
): string[] {
  const rows = distinct(commitments);
  const head = headLine(
    rows.map(({ commitment }) => commitment),
    commitments.length - rows.length,
    screen.width,
  );
  head[0] = screen.paint.head('COMMITMENTS') + (head[0] ?? '').slice('COMMITMENTS'.length);
  if (rows.length === 0) return head;
  const shown = screen.all ? rows : chooseFirmest(rows, rowHeights(rows, document, screen), LINES);
  const drawn = drawRows(shown, document, screen);
  return [...head, '', ...drawn.head, ...drawn.rows.flat(), ...leftOut(rows.length - shown.length, screen)];
}

function headLine(commitments: readonly Commitment[], restatements: number, width: number): string[] {
  if (commitments.length === 0) return ['COMMITMENTS  none found'];
  const summary = summarise(commitments);
  const checkable = `checkable ${summary.checkable} of ${summary.commitments} (owner, deadline and measure are named)`;
  const first = `COMMITMENTS  ${summary.commitments}   `;
  const indent = ' '.repeat(first.length);
  return [
    ...hang(strengthsOf(summary), width, first, indent),
    ...hang(checkable, width, indent, indent),
    ...(restatements === 0 ? [] : hang(`${counted(restatements, 'restatement')} not counted`, width, indent, indent)),
  ];
}
