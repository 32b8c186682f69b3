/** Commitments as lines of a screen: a table, or where the screen is narrow a few lines for each. */
import type { Commitment, DocumentRecord } from '../../model/report.ts';
import { dateOfPrecision, shortMonths } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { linkedPlace, linkedPlaces, type Source } from '../linked.ts';
import { quoted } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { type Column, draw, layOut } from '../table.ts';
import { what, who } from '../undertaking.ts';
import { pad } from '../width.ts';
import { hang, listed } from '../wrap.ts';
import { type Distinct, restated } from './distinct.ts';
import { markedRef } from './reviewed.ts';

/** Below this width a table has no room for words. */
const NARROW = 72;
/** From here on there is room for what is to be reached. */
const WIDE = 100;

/** Rows as they are drawn: the lines of the head, and those of each row. */
export interface Drawn {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Around = (Pick<DocumentRecord, 'publisher'> & NonNullable<Source>) | null;

/** The lines of each row; with `all` its quotes are among them. */
export function drawRows(rows: readonly Distinct[], document: Around, screen: ScreenOptions): Drawn {
  if (screen.width < NARROW) return { head: [], rows: rows.map((row) => card(row, document, screen)) };
  const { columns, cells } = tableOf(rows, document, screen);
  const [head = [], ...lines] = draw(layOut(columns, cells, screen.width - 1), screen.paint.quiet);
  return {
    head: head.map((line) => ` ${line}`),
    rows: rows.map((row, index) => [
      ...(lines[index] ?? []).map((line) => ` ${line}`),
      ...(screen.all ? quotesOf(row, 5, document, screen) : []),
    ]),
  };
}

/** Lines that each row takes, if all of them are drawn. */
export function rowHeights(rows: readonly Distinct[], document: Around, screen: ScreenOptions): readonly number[] {
  if (screen.width < NARROW) return rows.map((row) => card(row, document, screen).length);
  const { columns, cells } = tableOf(rows, document, screen);
  return layOut(columns, cells, screen.width - 1).heights;
}

function tableOf(rows: readonly Distinct[], document: Around, screen: ScreenOptions) {
  const { paint, width } = screen;
  const isWide = width >= WIDE;
  const isStrong = (row: number): boolean => (rows[row]?.commitment.strength ?? 0) >= 4;
  const columns: readonly Column[] = [
    { head: 'ID', least: 2, most: 8, paint: paint.id },
    { head: 'STRENGTH', least: 8, most: 8, paint: (line, row) => (isStrong(row) ? paint.good(line) : line) },
    { head: 'WHO', least: 3, most: Math.floor(width / 5) },
    { head: 'WHAT', least: 12, most: 'rest' },
    ...(isWide ? [{ head: 'TARGET', least: 6, most: Math.floor(width / 7) }] : []),
    { head: 'BY', least: 2, most: 11 },
    { head: 'WHERE', least: 5, most: 9, paint: paint.quiet },
  ];
  const cells = rows.map((row) => {
    const { commitment } = row;
    return [
      markedRef(commitment, screen),
      commitment.strengthLabel,
      who(commitment, document?.publisher ?? null),
      words(row, document, screen),
      ...(isWide ? [targets(commitment)] : []),
      by(commitment) ?? 'none',
      linkedPlace(commitment.evidence, document, screen),
    ];
  });
  return { columns, cells };
}

/** What is undertaken, and where else. */
const words = (row: Distinct, document: Around, screen: ScreenOptions): string =>
  what(row.commitment) + restated(row, (evidence, most) => linkedPlaces(evidence, most, document, screen));

/** `C12  firm · NHS England · p. 14`, and below it what, how much and by when. */
function card(row: Distinct, document: Around, screen: ScreenOptions): string[] {
  const { commitment } = row;
  const { paint, width } = screen;
  const start = ` ${pad(markedRef(commitment, screen), 3)}  `;
  const indent = ' '.repeat(start.length);
  const dot = ` ${sign('dot', screen)} `;
  const together = (facts: readonly string[]): string[] =>
    listed(
      facts.filter((fact) => fact !== ''),
      dot,
      width - indent.length,
    );
  const facts = [
    commitment.strengthLabel,
    who(commitment, document?.publisher ?? null),
    linkedPlace(commitment.evidence, document, screen),
  ];
  const [first = '', ...more] = together(facts);
  const due = by(commitment);
  const measure = targets(commitment);
  const details = [
    measure === '' ? '' : `target: ${measure}`,
    due === null ? 'no date' : commitment.deadline?.end ? `by: ${due}` : due,
  ];
  return [
    start.replace(commitment.ref, () => paint.id(commitment.ref)) + first,
    ...more.map((line) => indent + line),
    ...hang(words(row, document, screen), width, indent, indent),
    ...together(details).map((line) => indent + line),
    ...(screen.all ? quotesOf(row, indent.length, document, screen) : []),
  ];
}

/** The sentences that say it, each once. */
function quotesOf({ commitment, again }: Distinct, indent: number, document: Around, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const sentences = new Map([commitment, ...again].reverse().map((one) => [one.evidence.quote, one]));
  return [...sentences.values()]
    .reverse()
    .flatMap((one) =>
      quoted(one, width - indent - 1, document, screen).map((line) => `${' '.repeat(indent)}${paint.quiet(line)}`),
    );
}

export function targets(commitment: Commitment): string {
  return commitment.targets.map((target) => harmless(target.text)).join('; ');
}

/** `31 Mar 2026`, or its words where they name no day; null without a deadline. */
export function by({ deadline }: Commitment): string | null {
  if (deadline === null) return null;
  return deadline.end === null
    ? shortMonths(harmless(deadline.text))
    : dateOfPrecision(deadline.end, deadline.precision);
}
