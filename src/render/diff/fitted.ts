/** As many changes as a screen has room for: some of every group, those of most weight whole, the others brief. */

import type { ChangeGroup } from '../../model/change-groups.ts';
import type { Diff } from '../../model/diff.ts';
import { counted, grouped } from '../numbers.ts';
import { hang } from '../wrap.ts';
import { briefBlock } from './block.ts';
import { aroundOf } from './context.ts';
import type { DiffScreenOptions } from './options.ts';
import type { Choice, Told } from './told.ts';

/** How many lines there are for changes on a screen that is not asked for all. */
export interface Room {
  readonly lines: number;
  /** Of these, lines for brief changes where not all fit; the others are for the quotes of some. */
  readonly brief: number;
  /** What there are more of. */
  readonly one: string;
  readonly many?: string;
}

/** How many changes of a group are taken at a time, in the order of the screen: the worse, the more. */
const TURNS: Readonly<Record<ChangeGroup, number>> = {
  removed: 2,
  weaker: 3,
  changed: 1,
  stronger: 1,
  added: 1,
  reworded: 1,
};
/** Which groups are quoted first: those where two wordings have to be compared. */
const QUOTED: readonly ChangeGroup[] = ['weaker', 'changed', 'stronger', 'removed', 'added', 'reworded'];

/** How many changes without room end the search for others. */
const MISSES = 8;

type Block = (told: Told, diff: Diff, screen: DiffScreenOptions) => string[];

/** A change with the lines that it is shown in. */
interface Shown {
  readonly told: Told;
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

/** The changes by group, an empty line before each that is whole and before each group; what is left out is counted. */
export function changeLines(
  { told, hidden }: Choice,
  diff: Diff,
  screen: DiffScreenOptions,
  block: Block,
  room: Room,
): string[] {
  const around = aroundOf(diff, screen);
  const whole = (one: Told): Shown => ({
    told: one,
    lines: [...around.before(one.change), ...block(one, diff, screen), ...around.after(one.change)],
    isWhole: true,
  });
  const all = screen.all ? told.map(whole) : wholeOnes(told, whole, room);
  const shown =
    all ?? fitting(told, whole, (one) => ({ told: one, lines: briefBlock(one, diff, screen), isWhole: false }), room);
  const lines: string[] = [];
  for (const [index, { told: its, lines: own, isWhole }] of shown.entries()) {
    const last = shown[index - 1];
    if (isWhole || last === undefined || last.isWhole || last.told.group !== its.group) lines.push('');
    lines.push(...own);
    const rest = its.group === shown[index + 1]?.told.group ? 0 : left(told, shown, its.group);
    if (rest > 0) lines.push(screen.paint.quiet(`   and ${grouped(rest)} more ${its.group}`));
  }
  lines.push('');
  const missing = told.length - shown.length;
  const isBrief = missing === 0 && shown.some(({ isWhole }) => !isWhole);
  const more = [
    missing > 0 ? counted(missing, `more ${room.one}`, `more ${room.many ?? `${room.one}s`}`) : '',
    isBrief ? 'every quote' : '',
    hidden > 0 ? `${grouped(hidden)} reworded or moved` : '',
  ].filter((what) => what !== '');
  if (more.length > 0) lines.push(...hang(`${more.join(', ')}: --all`, screen.width, ' ', ' '), '');
  return lines;
}

const left = (told: readonly Told[], shown: readonly Shown[], group: ChangeGroup): number => {
  const of = (list: readonly ChangeGroup[]): number => list.filter((its) => its === group).length;
  return of(told.map((one) => one.group)) - of(shown.map((one) => one.told.group));
};

/** All of them whole, where there is room; null where there is not. */
function wholeOnes(told: readonly Told[], whole: (one: Told) => Shown, room: Room): Shown[] | null {
  const shown: Shown[] = [];
  let used = 0;
  for (const one of told) {
    const its = whole(one);
    used += its.lines.length + 1;
    if (used > room.lines) return null;
    shown.push(its);
  }
  return shown;
}

/** Some of every group in turns, brief; then as many of them whole as there is room for. */
function fitting(told: readonly Told[], whole: (one: Told) => Shown, brief: (one: Told) => Shown, room: Room): Shown[] {
  const chosen = new Map<Told, Shown>();
  let used = 0;
  let misses = 0;
  for (const one of inTurns(told)) {
    const its = brief(one);
    if (used + its.lines.length > room.brief && chosen.size > 0) {
      // A shorter one may still have room, if it comes soon.
      if (++misses > MISSES) break;
      continue;
    }
    used += its.lines.length;
    chosen.set(one, its);
  }
  for (const group of QUOTED) {
    for (const [one, its] of chosen) {
      if (one.group !== group) continue;
      const full = whole(one);
      const more = full.lines.length + 1 - its.lines.length;
      // A duty that stands on one side only is as brief as it is whole.
      if (more <= 1 || used + more > room.lines) continue;
      used += more;
      chosen.set(one, full);
    }
  }
  return told.flatMap((one) => chosen.get(one) ?? []);
}

/** The changes as they are taken: the first ones of each group, then the next ones of each. */
function* inTurns(told: readonly Told[]): Generator<Told> {
  const waiting = new Map<ChangeGroup, Told[]>();
  for (const one of told) {
    const its = waiting.get(one.group);
    if (its) its.push(one);
    else waiting.set(one.group, [one]);
  }
  const queues = [...waiting].map(([group, its]) => ({ group, its, at: 0 }));
  while (queues.some(({ its, at }) => at < its.length)) {
    for (const queue of queues) {
      yield* queue.its.slice(queue.at, queue.at + TURNS[queue.group]);
      queue.at += TURNS[queue.group];
    }
  }
}
