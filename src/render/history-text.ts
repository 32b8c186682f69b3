/** The screen of `pmed diff v1 v2 v3`: the versions, and what became of each commitment, by version. */

import { LEVELS } from '../model/change-levels.ts';
import type { ChangeKind } from '../model/diff.ts';
import type { Level } from '../model/fault.ts';
import type { History, HistoryCommitment } from '../model/history.ts';
import { isQuietStep } from '../model/history-steps.ts';
import { HISTORY_STATUSES } from '../model/kinds.ts';
import type { Verdict } from '../model/verdict.ts';
import { verdictLines } from './diff/ending.ts';

import { harmless } from './harmless.ts';
import { historyBlock } from './history/block.ts';
import { versionLines } from './history/versions.ts';
import { counted, grouped } from './numbers.ts';
import { blocksText, type ScreenOptions } from './screen.ts';
import { hang, wrap } from './wrap.ts';

/** What the screen shows besides the history itself. */
export interface HistoryScreenOptions extends ScreenOptions {
  /** The outcome of a gate, as its last line; null where none was asked for. */
  readonly verdict: Verdict | null;
  /** Levels of kinds, where they differ from the defaults. */
  readonly levels?: Partial<Readonly<Record<ChangeKind, Level>>>;
  /** Steps that are shown, by `shown` of the command; those that only moved or reworded are left out unless it is set. */
  readonly isNarrowed: boolean;
}

/** Lines of commitments on one screen. */
const LINES = 42;

/** One screen of text, ending in a newline; longer lists are cut unless `all` is set. */
export function renderHistory(history: History, screen: HistoryScreenOptions): string {
  const name = history.documents.findLast(({ title }) => title !== null)?.title ?? '';
  const title = name === '' ? [] : wrap(harmless(name), screen.width).map(screen.paint.head);
  return blocksText([
    title,
    versionLines(history, screen),
    summaryLines(history, screen),
    ...entries(history, screen),
    screen.verdict ? verdictLines(screen.verdict, screen) : [],
  ]);
}

/** `History: 2 removed, 1 reinstated, 5 changed; 70 kept`. */
function summaryLines({ summary, commitments }: History, screen: ScreenOptions): string[] {
  const parts = HISTORY_STATUSES.flatMap((status) =>
    status === 'kept' || summary[status] === 0 ? [] : [`${grouped(summary[status])} ${status}`],
  );
  if (commitments.length === 0 && summary.kept === 0) return ['History: no commitments.'];
  const what = parts.length === 0 ? 'nothing changed' : parts.join(', ');
  return wrap(`History: ${what}; ${grouped(summary.kept)} kept`, screen.width);
}

/** Blocks of commitments by status, each status with its share of the screen. */
function entries(history: History, screen: HistoryScreenOptions): string[][] {
  const told = history.commitments.flatMap((one) => {
    const steps = screen.all || screen.isNarrowed ? one.steps : one.steps.filter((step) => !isQuietStep(step.kinds));
    return steps.length === 0 ? [] : [{ ...one, steps }];
  });
  const hidden = history.commitments.filter(({ steps }) => steps.length > 0).length - told.length;
  const drawn = { ...screen, levels: { ...LEVELS, ...screen.levels } };
  const groups = HISTORY_STATUSES.map((status) => told.filter((one) => one.status === status));
  const blocks = fitting(
    groups,
    (one) => historyBlock(one, history, drawn),
    screen.all ? Number.POSITIVE_INFINITY : LINES,
  );
  const left = told.length - blocks.length;
  if (left > 0) return [...blocks, [` ${counted(left, 'more commitment')}: --all`]];
  return hidden > 0 ? [...blocks, hang(`${grouped(hidden)} reworded or moved: --all`, screen.width, ' ', ' ')] : blocks;
}

/** Blocks of all groups in their order: one of each in turn, as long as there is room. */
function fitting(
  groups: readonly (readonly HistoryCommitment[])[],
  draw: (one: HistoryCommitment) => string[],
  room: number,
): string[][] {
  const shown = groups.map((): string[][] => []);
  const longest = Math.max(0, ...groups.map((group) => group.length));
  let used = 0;
  for (let index = 0; index < longest; index++) {
    for (const [at, group] of groups.entries()) {
      const one = group[index];
      if (one === undefined) continue;
      const lines = draw(one);
      if (used > 0 && used + lines.length + 1 > room) return shown.flat();
      shown[at]?.push(lines);
      used += lines.length + 1;
    }
  }
  return shown.flat();
}
