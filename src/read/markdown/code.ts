/** Which stretches of Markdown are code: fenced blocks, and what stands between backticks. */
import { lineStarts } from '../../model/lines.ts';

const FENCE = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Tells of offsets into Markdown whether code stands there. A comment in a code span is told by the backtick before it.
 * @returns a function to be asked with ascending offsets; all questions together take time linear in the text
 */
export function codeOf(text: string): (at: number) => boolean {
  const starts = lineStarts(text);
  let line = 0;
  let fence: string | null = null;
  return (at) => {
    for (; (starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at; line++) {
      const printed = text.slice(starts[line], starts[line + 1]);
      const mark = FENCE.exec(printed)?.[1];
      if (mark === undefined) continue;
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence) && printed.trim().replace(/^[> \t]+/, '') === mark) fence = null;
    }
    return fence !== null || text.charAt(at - 1) === '`';
  };
}
