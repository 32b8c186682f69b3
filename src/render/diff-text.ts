/** The screen of `pmed diff`: what became of each commitment, worst first, quoted on both sides. */
import type { Diff } from '../model/diff.ts';
import { wholeBlock } from './diff/block.ts';
import { themeLines, verdictLines, whyNot } from './diff/ending.ts';
import { changeLines } from './diff/fitted.ts';
import type { DiffScreenOptions } from './diff/options.ts';
import { planLines, titleLines } from './diff/title.ts';
import { harmless } from './harmless.ts';
import { wrap } from './wrap.ts';

/** One screen of text, ending in a newline; longer lists are cut after some 45 lines unless `all` is set. */
export function renderDiff(diff: Diff, screen: DiffScreenOptions): string {
  const lines = [...titleLines(diff, screen), ''];
  if (!diff.comparable) lines.push(...wrap(harmless(whyNot(diff)), screen.width));
  else lines.push(...planLines(diff, screen), ...changeLines(diff, screen, wholeBlock), ...themeLines(diff, screen));
  if (screen.verdict) lines.push(...(lines.at(-1) === '' ? [] : ['']), ...verdictLines(screen.verdict, screen));
  while (lines.at(-1) === '') lines.pop();
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
