/** One change with its quotes side by side: the old version at the left, the new one at the right. */

import type { Diff } from '../../model/diff.ts';
import { harmless } from '../harmless.ts';
import { linked, type Source } from '../linked.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { pad } from '../width.ts';
import { wrap } from '../wrap.ts';
import { notFound } from './block.ts';
import { edged, paintOf } from './edge.ts';
import { detailLines, headLines } from './head.ts';
import { markedLines } from './marked.ts';
import type { DiffScreenOptions } from './options.ts';
import { bothSaid, type Said } from './said.ts';
import type { Told } from './told.ts';

/** Prose is easy to read up to so many columns. */
const WIDEST = 100;

/** Head and kinds over both columns, then the places and quotes, what went as `[-gone-]` and what came as `{+come+}`. */
export function sideBlock(told: Told, diff: Diff, screen: DiffScreenOptions): string[] {
  const { old, now, closest } = bothSaid(told.change, screen.context);
  const isRemoved = told.group === 'removed';
  const column = (said: readonly Said[], source: Source, none: string): string[] =>
    said.length === 0 ? [none] : said.flatMap((its) => quoted(its, source, screen));
  return [
    ...levelled(headLines(told, screen), told, screen),
    ...detailLines(told, diff, screen),
    ...columns(
      column(old, diff.documents[0], 'not in the old version'),
      column(now, diff.documents[1], isRemoved ? notFound(closest) : ''),
      screen,
    ),
  ];
}

/** The level at the right edge of the head, where no line of a kind below tells it. */
function levelled(lines: readonly string[], { change, group }: Told, { width, paint }: ScreenOptions): string[] {
  const isAlone = group === 'removed' || group === 'added';
  return isAlone ? edged(lines, change.level, width, paintOf(change.level, paint)) : [...lines];
}

/** The names of both versions above their columns. */
export function sideHead({ documents: [old, now] }: Diff, screen: DiffScreenOptions): string[] {
  const room = roomOf(screen);
  const names = [old.name, now.name].map((name) => wrap(harmless(name), room).map(screen.paint.head));
  return columns(names[0] ?? [], names[1] ?? [], screen);
}

function columns(left: readonly string[], right: readonly string[], screen: ScreenOptions): string[] {
  const room = roomOf(screen);
  const bar = screen.paint.quiet(sign('bar', screen));
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) => ` ${pad(left[row] ?? '', room)} ${bar} ${right[row] ?? ''}`);
}

const roomOf = ({ width }: ScreenOptions): number => Math.min(WIDEST, Math.floor((width - 4) / 2));

function quoted({ where, marks, evidence }: Said, source: Source, screen: DiffScreenOptions): string[] {
  const lines = markedLines(marks, roomOf(screen), screen.paint, true);
  return where === ''
    ? lines
    : [screen.paint.quiet(evidence === null ? where : linked(where, evidence, source, screen)), ...lines];
}
