/** The plan as a list: when, what hangs on it, where it is said. */

import { harmless } from '../harmless.ts';
import { place } from '../place.ts';
import { quoted } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { draw, layOut } from '../table.ts';
import { hang } from '../wrap.ts';
import { refsIn } from './refs.ts';
import type { PlanRow } from './row.ts';
import { itemWords, mentionWords } from './words.ts';

/** Below this width a table has no room for words. */
const NARROW = 60;

/** A line of the list: a row of the plan, or one of the things that fall due then. */
interface Entry {
  readonly row: PlanRow;
  readonly cells: readonly string[];
}

/** @param publisher who "we" is */
export function listLines(rows: readonly PlanRow[], publisher: string | null, screen: ScreenOptions): string[] {
  if (rows.length === 0) return [];
  const { paint, width } = screen;
  const isJudged = rows.some(({ status }) => status !== null);
  const entries = rows.flatMap((row) => entriesOf(row, publisher, isJudged, screen));
  if (width < NARROW) return entries.flatMap((entry) => card(entry, screen));
  const columns = [
    { head: 'WHEN', least: 8, most: 17 },
    ...(isJudged
      ? [
          {
            head: '',
            least: 6,
            most: 6,
            paint: (line: string) => (line === 'passed' ? paint.bad(line) : paint.good(line)),
          },
        ]
      : []),
    { head: 'ID', least: 2, most: 12, paint: paint.id },
    { head: 'WHAT', least: 12, most: 'rest' },
    { head: 'WHERE', least: 5, most: 9, paint: paint.quiet },
  ] as const;
  const layout = layOut(
    columns,
    entries.map(({ cells }) => cells),
    width - 1,
  );
  const [head = [], ...lines] = draw(layout, paint.quiet);
  return [
    ...head,
    ...entries.flatMap((entry, index) => [...(lines[index] ?? []), ...quotes(entry, entries[index + 1], screen)]),
  ].map((line) => ` ${line}`);
}

/** Lines that each row takes in the list. */
export function listHeights(rows: readonly PlanRow[], publisher: string | null, screen: ScreenOptions): number[] {
  const room = Math.max(12, screen.width - (screen.width < NARROW ? 3 : 40));
  return rows.map((row) =>
    entriesOf(row, publisher, false, screen).reduce(
      (sum, { cells }) => sum + hang(cells[2] ?? '', room, '', '').length + (screen.width < NARROW ? 1 : 0),
      0,
    ),
  );
}

/** Each item has an entry of its own, the date standing at the first. */
function entriesOf(row: PlanRow, publisher: string | null, isJudged: boolean, screen: ScreenOptions): Entry[] {
  const status = isJudged ? [row.status ?? ''] : [];
  if (row.items.length === 0) {
    return [{ row, cells: [row.when, ...status, refsIn(row, 12), mentionWords(row, screen), place(row.evidence)] }];
  }
  return row.items.map((item, index) => {
    const words = itemWords(item, row, publisher, screen);
    const first = index === 0;
    return {
      row,
      cells: [first ? row.when : '', ...(first ? status : status.map(() => '')), item.ref, words, place(item.evidence)],
    };
  });
}

/** With `all`, below the last of a row the sentences that say it, save those that its words give whole. */
function quotes({ row, cells }: Entry, next: Entry | undefined, screen: ScreenOptions): string[] {
  if (!screen.all || next?.row === row) return [];
  const shown = cells.join(' ');
  const sentences = new Map([...row.times, ...row.items].map((one) => [one.evidence.quote, one]));
  return [...sentences.values()]
    .filter(({ evidence }) => !shown.includes(`"${harmless(evidence.quote)}"`))
    .sort((a, b) => a.evidence.start - b.evidence.start)
    .flatMap((one) => quoted(one, screen.width - 6).map((line) => `    ${screen.paint.quiet(line)}`));
}

function card({ row, cells }: Entry, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const [when = '', ...others] = cells;
  const words = others.at(-2) ?? '';
  const where = others.at(-1) ?? '';
  const status = row.status === null ? '' : ` (${row.status})`;
  return [
    ...(when === ''
      ? []
      : hang(when + status, width, ' ', ' ').map((line) => (row.status === 'passed' ? paint.bad(line) : line))),
    ...hang(`${others.at(-3) ?? ''}  ${words}  ${where}`, width, '   ', '   '),
  ];
}
