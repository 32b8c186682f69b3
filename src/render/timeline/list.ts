/** The plan as a list: when, what hangs on it, where it is said. */

import { harmless } from '../harmless.ts';
import { linkedPlace, type Source } from '../linked.ts';
import { quoted } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { draw, layOut } from '../table.ts';
import { pad, widest } from '../width.ts';
import { hang, wrap } from '../wrap.ts';
import { chooseItems } from './choose.ts';
import { refsIn } from './refs.ts';
import type { PlanRow } from './row.ts';
import { itemWords, mentionWords } from './words.ts';

/** Below this width a table has no room for words. */
const NARROW = 60;

/** Columns for refs. */
const REFS = 8;
/** Items that the default screen names of one moment. */
const ITEMS = 3;

/** The document that is spoken of: where places link to, and who "we" is. */
export type Around = (NonNullable<Source> & { readonly publisher: string | null }) | null;

/** A line of the list: a row of the plan, or one of the things that fall due then. */
interface Entry {
  readonly row: PlanRow;
  readonly cells: readonly string[];
}

export function listLines(rows: readonly PlanRow[], source: Around, screen: ScreenOptions): string[] {
  if (rows.length === 0) return [];
  const { paint, width } = screen;
  const isJudged = rows.some(({ status }) => status !== null);
  const entries = rows.flatMap((row) => entriesOf(row, source, isJudged, screen));
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
    { head: 'ID', least: 2, most: REFS, paint: paint.id },
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
    ...entries.flatMap((entry, index) => [
      ...(lines[index] ?? []),
      ...quotes(entry, entries[index + 1], source, screen),
    ]),
  ].map((line) => ` ${line}`);
}

/**
 * Lines that each row takes in the list.
 * @param among the rows that are thought to be shown: their dates and refs decide how much room is left for words
 */
export function listHeights(
  rows: readonly PlanRow[],
  among: readonly PlanRow[],
  source: Around,
  screen: ScreenOptions,
): number[] {
  const isJudged = rows.some(({ status }) => status !== null);
  const entries = rows.map((row) => entriesOf(row, source, isJudged, screen));
  if (screen.width < NARROW) return entries.map((own) => own.flatMap((entry) => card(entry, screen)).length);
  const shown = new Set(among);
  const cells = entries.flat().flatMap((entry) => (shown.has(entry.row) ? [entry.cells] : []));
  const columns = (at: number, most: number): number =>
    Math.min(most, Math.max(5, widest(cells.map((row) => row.at(at) ?? ''))));
  const room = screen.width - 9 - columns(0, 17) - columns(-3, REFS) - columns(-1, 9) - (isJudged ? 8 : 0);
  return entries.map((own) => own.reduce((sum, entry) => sum + wrap(entry.cells.at(-2) ?? '', room).length, 0));
}

/** Each item has an entry of its own, the date standing at the first. */
function entriesOf(row: PlanRow, source: Around, isJudged: boolean, screen: ScreenOptions): Entry[] {
  const status = isJudged ? [row.status ?? ''] : [];
  if (row.items.length === 0) {
    return [
      {
        row,
        cells: [
          row.when,
          ...status,
          refsIn(row, REFS),
          mentionWords(row, screen),
          linkedPlace(row.evidence, source, screen),
        ],
      },
    ];
  }
  // One more is shown rather than said to be left out.
  const shown = screen.all || row.items.length <= ITEMS + 1 ? row.items : chooseItems(row.items, ITEMS);
  const entries = shown.map((item, index) => {
    const words = itemWords(item, row, source?.publisher ?? null, screen);
    const first = index === 0;
    return {
      row,
      cells: [
        first ? row.when : '',
        ...(first ? status : status.map(() => '')),
        item.ref,
        words,
        linkedPlace(item.evidence, source, screen),
      ],
    };
  });
  if (shown.length === row.items.length) return entries;
  const left = row.items.filter((item) => !shown.includes(item)).map(({ ref }) => ref);
  const named = refsIn({ refs: left }, Math.floor(screen.width / 3));
  return [...entries, { row, cells: ['', ...status.map(() => ''), `+${left.length}`, `${named}: --all`, ''] }];
}

/** With `all`, below the last of a row the sentences that say it, save those that its words give whole. */
function quotes({ row, cells }: Entry, next: Entry | undefined, source: Around, screen: ScreenOptions): string[] {
  if (!screen.all || next?.row === row) return [];
  const shown = cells.join(' ');
  const sentences = new Map([...row.times, ...row.items].map((one) => [one.evidence.quote, one]));
  return [...sentences.values()]
    .filter(({ evidence }) => !shown.includes(`"${harmless(evidence.quote)}"`))
    .sort((a, b) => a.evidence.start - b.evidence.start)
    .flatMap((one) => quoted(one, screen.width - 6, source, screen).map((line) => `    ${screen.paint.quiet(line)}`));
}

function card({ row, cells }: Entry, screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const [when = '', ...others] = cells;
  const words = others.at(-2) ?? '';
  const where = others.at(-1) ?? '';
  const ref = others.at(-3) ?? '';
  const status = row.status === null ? '' : ` (${row.status})`;
  return [
    ...(when === ''
      ? []
      : hang(when + status, width, ' ', ' ').map((line) => (row.status === 'passed' ? paint.bad(line) : line))),
    ...hang(where === '' ? words : `${words} (${where})`, width, `   ${pad(ref, 3)}  `, ' '.repeat(8)).map(
      (line, index) => (index === 0 ? line.replace(ref, () => paint.id(ref)) : line),
    ),
  ];
}
