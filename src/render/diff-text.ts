/** The screens of `pmed diff`: what became of each commitment, worst first, quoted on both sides. */
import type { Diff } from '../model/diff.ts';
import { wholeBlock } from './diff/block.ts';
import { themeLines, verdictLines, whyNot } from './diff/ending.ts';
import { changeLines } from './diff/fitted.ts';
import { renderLines } from './diff/line.ts';
import type { DiffScreenOptions } from './diff/options.ts';
import { sideBlock, sideHead } from './diff/side.ts';
import { planLines, titleLines } from './diff/title.ts';
import { choose, planOf } from './diff/told.ts';
import { harmless } from './harmless.ts';
import { hang, wrap } from './wrap.ts';

/** Lines for the changes of commitments, and for those of duties below them. */
const ROOM = { lines: 44, brief: 32, one: 'change' };
const DUTY_ROOM = { lines: 14, brief: 14, one: 'duty', many: 'duties' };

/**
 * One screen of text, ending in a newline; longer lists are cut after some 45 lines unless `all` is set. The view `line`
 * is cut nowhere, and empty where nothing changed.
 */
export function renderDiff(diff: Diff, screen: DiffScreenOptions): string {
  if (screen.view === 'line') return renderLines(diff, screen);
  const lines = [...titleLines(diff, screen), ''];
  if (!diff.comparable) lines.push(...wrap(`${harmless(whyNot(diff))}.`, screen.width));
  else lines.push(...body(diff, screen));
  if (screen.verdict) lines.push(...(lines.at(-1) === '' ? [] : ['']), ...verdictLines(screen.verdict, screen));
  while (lines.at(-1) === '') lines.pop();
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function body(diff: Diff, screen: DiffScreenOptions): string[] {
  const isSide = screen.view === 'side';
  const block = isSide ? sideBlock : wholeBlock;
  return [
    ...planLines(diff, screen),
    ...(isSide ? ['', ...sideHead(diff, screen)] : []),
    ...changeLines(choose(diff.changes, screen), diff, screen, block, ROOM),
    ...duties(diff, screen, block),
    ...themeLines(diff, screen),
  ];
}

/** What the text asks of others, where that changed. */
function duties(diff: Diff, screen: DiffScreenOptions, block: typeof wholeBlock): string[] {
  const { dutyChanges, dutiesUnchanged } = diff;
  if (dutyChanges.length === 0) return [];
  const head = hang(`Duties of others: ${planOf(dutyChanges, dutiesUnchanged)}`, screen.width, '', '      ');
  return [...head, ...changeLines(choose(dutyChanges, screen), diff, screen, block, DUTY_ROOM)];
}
