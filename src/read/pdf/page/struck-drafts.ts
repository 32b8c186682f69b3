/** Blocks of the words that were struck out of a block. */

import type { Run } from '../glyphs/run.ts';
import { boxOf, type Draft } from './drafts.ts';
import { type Line, lineOf, segmentOf } from './lines.ts';

/** Whether nothing of a draft but struck words is there. */
export function isAllStruck(draft: Draft): boolean {
  const runs = draft.parts.flatMap((part) => part.cells.flat()).flatMap((line) => line.runs);
  return runs.some((run) => run.struck !== undefined) && runs.every((run) => run.text === '');
}

/** The struck words of a draft as drafts of their own, a stretch each, in reading order. */
export function struckOf(draft: Draft): Draft[] {
  const out: Draft[] = [];
  for (const part of draft.parts) {
    for (const lines of part.cells) {
      for (const stretch of stretchesOf(lines)) {
        const box = boxOf(stretch);
        out.push({
          ...draft,
          kind: 'paragraph',
          level: 1,
          parts: [{ page: part.page, cells: [stretch], box }],
          marker: null,
          sign: null,
          above: 1,
          closed: true,
          contents: false,
          role: 'struck',
          header: null,
          table: -1,
        });
      }
    }
  }
  return out;
}

/** Struck words that nothing kept stands between, line by line. */
function stretchesOf(lines: readonly Line[]): Line[][] {
  const stretches: Line[][] = [];
  let open: Line[] = [];
  let runs: Run[] = [];
  const endLine = (order: number): void => {
    if (runs.length > 0) open.push(lineOf([segmentOf(runs, order)]));
    runs = [];
  };
  for (const line of lines) {
    for (const { struck, ...run } of line.runs) {
      if (struck !== undefined) runs.push({ ...run, text: struck });
      else if (run.text !== '') {
        endLine(line.order);
        if (open.length > 0) stretches.push(open);
        open = [];
      }
    }
    endLine(line.order);
  }
  if (open.length > 0) stretches.push(open);
  return stretches;
}
