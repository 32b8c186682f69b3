/** The screen of an evaluation. */
import type { Evaluation } from '../../model/evaluation.ts';
import { harmless } from '../harmless.ts';
import { plainLine } from '../plain/line.ts';
import type { ScreenOptions } from '../screen.ts';
import { draw, layOut } from '../table.ts';
import { widest } from '../width.ts';
import { wrap } from '../wrap.ts';
import { type FigureRow, figureRows, headLines, percent, rangeOf } from './rows.ts';

/** Rules and themes shown unless all are wanted. */
const MOST = 8;

const TITLES: Readonly<Record<string, string>> = {
  'precision all': 'PRECISION',
  'precision strength': 'BY STRENGTH',
  'precision kind': 'BY KIND',
  'precision confidence': 'BY CONFIDENCE',
  'precision rule': 'BY RULE',
  'precision theme': 'BY THEME',
  'accuracy attribute': 'WHO, WHAT AND BY',
  'recall all': 'RECALL',
};

export function renderEvaluation(evaluation: Evaluation, screen: ScreenOptions): string {
  const { width, paint, all } = screen;
  if (screen.plain) return figureRows(evaluation).map(plainFigure).join('');
  const blocks: string[][] = [headLines(evaluation).flatMap((line) => wrap(harmless(line), width))];
  const rows = figureRows(evaluation);
  const groups = grouped(rows);
  // One width for all, so that the figures stand below each other.
  const names = Math.min(widest([...Object.values(TITLES), ...rows.map(({ value }) => harmless(value))]), width - 46);
  for (const [key, its] of groups) {
    const shown = all ? its : its.slice(0, MOST);
    const more = its.length - shown.length;
    const table = draw(
      layOut(
        [
          { head: TITLES[key] ?? key, least: Math.max(8, names), most: Math.max(8, names) },
          { head: 'RIGHT', least: 9, most: 9, align: 'right' },
          { head: 'SHARE', least: 5, most: 5, align: 'right' },
          { head: '95 % INTERVAL', least: 13, most: 13 },
          { head: '', least: 0, most: 4 },
        ],
        shown.map(({ value, right, of, share, interval, isFew }) => [
          harmless(value),
          `${right}/${of}`,
          percent(share),
          of === 0 ? '-' : rangeOf(interval),
          isFew ? 'few' : '',
        ]),
        width - 1,
      ),
      paint.head,
    );
    blocks.push([
      ...table.flat().map((line) => ` ${line}`),
      ...(more > 0 ? [paint.quiet(` ${more} more: --all`)] : []),
    ]);
  }
  const notes = [...evaluation.caveats, ...(rows.some(({ isFew }) => isFew) ? ['few: under 30 verdicts.'] : [])];
  blocks.push([
    paint.head('READ THIS WITH IT'),
    ...notes.flatMap((note) => wrap(note, width - 1).map((line) => ` ${line}`)),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `figure`, measure, by, value, right, of, share and the ends of its interval, `few` where it rests on few. */
const plainFigure = ({ measure, by, value, right, of, share, interval, isFew }: FigureRow): string =>
  plainLine('figure', measure, [by, value, right, of, share, ...interval, isFew ? 'few' : '']);

function grouped(rows: readonly FigureRow[]): ReadonlyMap<string, readonly FigureRow[]> {
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const key = `${row.measure} ${row.by}`;
    const its = groups.get(key);
    if (its === undefined) groups.set(key, [row]);
    else its.push(row);
  }
  return groups;
}
