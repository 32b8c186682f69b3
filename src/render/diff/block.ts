/** One change as the plan shows it: whole with both quotes, or brief with its places. */
import type { Diff } from '../../model/diff.ts';
import { sign } from '../screen.ts';
import { displayWidth, pad } from '../width.ts';
import { edged, paintOf } from './edge.ts';
import { detailLines, headLines } from './head.ts';
import { markedLines } from './marked.ts';
import type { DiffScreenOptions } from './options.ts';
import { type BothSaid, bothSaid, type Said } from './said.ts';
import type { Told } from './told.ts';

/** Head, kinds and quotes. */
export function wholeBlock(told: Told, diff: Diff, screen: DiffScreenOptions): string[] {
  const { change } = told;
  const said = bothSaid(change);
  const quotes = quoteLines(told, said, screen);
  const lines = [...headLines(told, screen), ...detailLines(told, diff, screen)];
  if (!isAlone(told)) return [...lines, ...quotes];
  return [...lines, ...edged(quotes, change.level, screen.width, paintOf(change.level, screen.paint))];
}

/** Head and kinds, with the places instead of the quotes. */
export function briefBlock(told: Told, diff: Diff, screen: DiffScreenOptions): string[] {
  const { width, paint } = screen;
  const { old, now } = bothPlaces(told);
  const places = old === now ? now : [old, now].filter((where) => where !== '').join(` ${sign('arrow', screen)} `);
  const head = edgedHead(headLines(told, screen), places, screen);
  if (!isAlone(told)) return [...head, ...detailLines(told, diff, screen)];
  const level = told.change.level;
  const ending = `${places === '' ? '' : `${places}  `}${pad(level, 'warning'.length, 'end')}`;
  return edged(headLines(told, screen), ending, width, (text) =>
    text.endsWith(level) ? text.slice(0, -level.length) + paintOf(level, paint)(level) : text,
  );
}

function edgedHead(lines: readonly string[], places: string, { width, paint }: DiffScreenOptions): string[] {
  return places === '' ? [...lines] : edged(lines, places, width, paint.quiet);
}

function bothPlaces({ change }: Told): { old: string; now: string } {
  const { old, now } = bothSaid(change);
  return { old: old?.where ?? '', now: now?.where ?? '' };
}

const isAlone = ({ group }: Told): boolean => group === 'removed' || group === 'added';

/** `was p. 12 "…"` and `now p. 14 "…"`. */
function quoteLines({ group }: Told, { old, now, closest }: BothSaid, screen: DiffScreenOptions): string[] {
  const column = Math.max(6, ...[old, now].map((side) => displayWidth(side?.where ?? '')));
  const lines = [...cited('was', old, column, screen), ...cited('now', now, column, screen)];
  if (group !== 'removed' || now !== null) return lines;
  const near = closest === null ? '' : ` (closest: similarity ${closest.toFixed(2)})`;
  return [...lines, `     now  not found${near}`];
}

function cited(word: 'was' | 'now', said: Said | null, column: number, { width, paint }: DiffScreenOptions): string[] {
  if (said === null) return [];
  const head = `     ${word} ${pad(said.where, column)} `;
  if (said.marks === null) return [head];
  const rest = ' '.repeat(displayWidth(head));
  return markedLines(said.marks, width - rest.length, paint, false).map(
    (line, index) => (index === 0 ? head : rest) + line,
  );
}
