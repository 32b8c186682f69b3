/** The commitments of the screen: a table, or cards where the screen is narrow. */

import { STRENGTH_LABELS } from '../../model/kinds.ts';
import { summarise } from '../../model/part.ts';
import type { Commitment, Summary } from '../../model/report.ts';
import { dateOfPrecision } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { place } from '../place.ts';
import type { ScreenOptions } from '../screen.ts';
import { type Column, draw, layOut } from '../table.ts';
import { what, who } from '../undertaking.ts';
import { hang } from '../wrap.ts';
import { leftOut, quoted } from './phrases.ts';

/** Below this width a table has no room for words. */
const NARROW = 60;
/** From here on there is room for what is to be reached. */
const WIDE = 100;
/** Lines that the default screen spends on commitments, heads and rests aside. */
const LINES = 20;

/** @param publisher who "we" is */
export function commitmentLines(
  commitments: readonly Commitment[],
  publisher: string | null,
  screen: ScreenOptions,
): string[] {
  const { paint, width } = screen;
  const summary = summarise(commitments);
  const head = [...headLine(summary, width)];
  head[0] = paint.head('COMMITMENTS') + (head[0] ?? '').slice('COMMITMENTS'.length);
  if (commitments.length === 0) return head;
  const body = width < NARROW ? cards(commitments, publisher, screen) : table(commitments, publisher, screen);
  return [...head, '', ...body];
}

function headLine(summary: Summary, width: number): string[] {
  if (summary.commitments === 0) return ['COMMITMENTS  none found'];
  const strengths = [...STRENGTH_LABELS]
    .reverse()
    .filter((label) => summary.byStrength[label] > 0)
    .map((label) => `${summary.byStrength[label]} ${label}`)
    .join(', ');
  const checkable = `checkable ${summary.checkable} of ${summary.commitments} (owner, deadline and measure are named)`;
  const first = `COMMITMENTS  ${summary.commitments}   `;
  const indent = ' '.repeat(first.length);
  return [...hang(strengths, width, first, indent), ...hang(checkable, width, indent, indent)];
}

function table(commitments: readonly Commitment[], publisher: string | null, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const isWide = width >= WIDE;
  const label = (row: number): string => shown[row]?.strengthLabel ?? '';
  const columns: Column[] = [
    { head: 'ID', least: 2, most: 6, paint: paint.id },
    {
      head: 'STRENGTH',
      least: 8,
      most: 8,
      paint: (line, row) => (['binding', 'firm'].includes(label(row)) ? paint.good(line) : line),
    },
    { head: 'WHO', least: 3, most: Math.floor(width / 5) },
    { head: 'WHAT', least: 12, most: 'rest' },
    ...(isWide ? [{ head: 'TARGET', least: 6, most: Math.floor(width / 7) }] : []),
    { head: 'BY', least: 2, most: 11 },
    { head: 'WHERE', least: 5, most: 9, paint: paint.quiet },
  ];
  const cellsOf = (commitment: Commitment): string[] => [
    commitment.ref,
    commitment.strengthLabel,
    who(commitment, publisher),
    what(commitment),
    ...(isWide ? [targets(commitment)] : []),
    by(commitment),
    place(commitment.evidence),
  ];
  const cells = commitments.map(cellsOf);
  const heights = layOut(columns, cells, width - 1).heights;
  const kept = screen.all ? commitments.map((_, index) => index) : choose(commitments, heights);
  const shown = kept.flatMap((index) => commitments[index] ?? []);
  const layout = layOut(
    columns,
    kept.flatMap((index) => [cells[index] ?? []]),
    width - 1,
  );
  const lines = draw(layout, paint.quiet).flatMap((own, index) => {
    const commitment = shown[index - 1];
    const quotes = screen.all && commitment !== undefined ? quoted(commitment, width - 6) : [];
    return [...own.map((line) => ` ${line}`), ...quotes.map((line) => `     ${paint.quiet(line)}`)];
  });
  return [...lines, ...leftOut(commitments.length - shown.length, screen)];
}

function cards(commitments: readonly Commitment[], publisher: string | null, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const cardOf = (commitment: Commitment): string[] => [
    `${paint.id(commitment.ref)}  ${commitment.strengthLabel}`,
    ...hang(who(commitment, publisher), width, '  who: ', '       '),
    ...hang(what(commitment), width, '  what: ', '        '),
    ...hang(by(commitment), width, '  by: ', '      '),
    ...hang(place(commitment.evidence), width, '  where: ', '         '),
    ...(screen.all ? quoted(commitment, width - 2).map((line) => `  ${paint.quiet(line)}`) : []),
  ];
  const all = commitments.map(cardOf);
  const kept = screen.all
    ? all.map((_, index) => index)
    : choose(
        commitments,
        all.map((card) => card.length),
      );
  return [...kept.flatMap((index) => all[index] ?? []), ...leftOut(commitments.length - kept.length, screen)];
}

/** The firmest and most specific that fit, in the order of the document; at least three. */
function choose(commitments: readonly Commitment[], heights: readonly number[]): number[] {
  const order = commitments
    .map((commitment, index) => ({ index, weight: commitment.strength * 2 + commitment.specificity }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const total = heights.reduce((sum, height) => sum + height, 0);
  // A few lines more are better than a line that says that they were left out.
  if (total <= LINES + 5) return commitments.map((_, index) => index);
  const kept: number[] = [];
  let used = 0;
  for (const { index } of order) {
    const height = heights[index] ?? 1;
    if (kept.length >= 3 && used + height > LINES - 1) break;
    kept.push(index);
    used += height;
  }
  return kept.sort((a, b) => a - b);
}

function targets(commitment: Commitment): string {
  return commitment.targets.map((target) => harmless(target.text)).join('; ');
}

function by({ deadline }: Commitment): string {
  if (deadline === null) return 'none';
  return deadline.end === null ? harmless(deadline.text) : dateOfPrecision(deadline.end, deadline.precision);
}
