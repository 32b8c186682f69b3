/** One change as the plan shows it: whole with both quotes, or brief with its places. */
import type { Diff } from '../../model/diff.ts';
import { linked, type Source } from '../linked.ts';
import { sign } from '../screen.ts';
import { displayWidth, pad } from '../width.ts';
import { hang } from '../wrap.ts';
import { isOfCommitment } from './any-change.ts';
import { edged, paintOf } from './edge.ts';
import { detailLines, headLines } from './head.ts';
import { markedLines } from './marked.ts';
import type { DiffScreenOptions } from './options.ts';
import { type BothSaid, bothSaid, type Said } from './said.ts';
import type { Told } from './told.ts';

/** Head, kinds and quotes. A duty that stands on one side only is its quote, and has its place beside it. */
export function wholeBlock(told: Told, diff: Diff, screen: DiffScreenOptions): string[] {
  const { change } = told;
  if (isAlone(told) && !isOfCommitment(change)) return briefBlock(told, diff, screen);
  const quotes = quoteLines(told, bothSaid(change, screen.context), diff, screen);
  const lines = [...headLines(told, screen), ...detailLines(told, diff, screen)];
  if (!isAlone(told)) return [...lines, ...quotes];
  return [...lines, ...edged(quotes, change.level, screen.width, paintOf(change.level, screen.paint))];
}

/** Head and kinds, with the places instead of the quotes. */
export function briefBlock(told: Told, diff: Diff, screen: DiffScreenOptions): string[] {
  const { width, paint } = screen;
  const { old, now } = bothSaid(told.change, screen.context);
  const [was, is] = [placesOf(old), placesOf(now)];
  const places = was === is ? is : [was, is].filter((where) => where !== '').join(` ${sign('arrow', screen)} `);
  const head = headLines(told, screen);
  if (isAlone(told)) {
    const level = told.change.level;
    const ending = `${places === '' ? '' : `${places}  `}${pad(level, 'warning'.length, 'end')}`;
    return edged(head, ending, width, (text) => text.slice(0, -level.length) + paintOf(level, paint)(level));
  }
  return [...(places === '' ? head : edged(head, places, width, paint.quiet)), ...detailLines(told, diff, screen)];
}

const placesOf = (said: readonly Said[]): string =>
  [...new Set(said.map(({ where }) => where))].filter((where) => where !== '').join(', ');

const isAlone = ({ group }: Told): boolean => group === 'removed' || group === 'added';

/** `was p. 12 "…"` and `now p. 14 "…"`; what both say is given once. */
function quoteLines(
  { group }: Told,
  { old, now, isSame, closest }: BothSaid,
  { documents }: Pick<Diff, 'documents'>,
  screen: DiffScreenOptions,
): string[] {
  const column = Math.max(6, ...[...old, ...now].map(({ where }) => displayWidth(where)));
  const lines = [
    ...old.flatMap((said) => cited('was', isSame ? { ...said, marks: [] } : said, documents[0], column, screen)),
    ...now.flatMap((said) => cited('now', said, documents[1], column, screen)),
  ];
  return group === 'removed' && now.length === 0
    ? [...lines, ...hang(notFound(closest), screen.width, '     now  ', ' '.repeat(10))]
    : lines;
}

/** What stands for the quote of a commitment that the new version lacks. */
export const notFound = (closest: number | null): string =>
  `not found${closest === null ? '' : ` (closest: similarity ${closest.toFixed(2)})`}`;

function cited(
  word: 'was' | 'now',
  { where, marks, evidence }: Said,
  source: Source | undefined,
  column: number,
  screen: DiffScreenOptions,
): string[] {
  const place = evidence === null ? where : linked(where, evidence, source ?? null, screen);
  const head = `     ${word} ${pad(place, column)} `;
  if (marks.length === 0) return [head];
  const rest = ' '.repeat(displayWidth(head));
  const lines = markedLines(marks, screen.width - rest.length, screen.paint, false);
  return lines.map((line, index) => (index === 0 ? head : rest) + line);
}
