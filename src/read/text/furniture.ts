/** Running heads and page numbers: the lines that are nothing else, and all lines without what was run into them. */
import type { LineAt } from '../flow/furniture.ts';
import { findFurniture, headsBeforeText } from '../flow/furniture.ts';
import { runInNumbers } from '../flow/page-numbers.ts';
import type { Line } from './lines.ts';

/** Lines and what of them is furniture. */
export interface Parted {
  readonly lines: readonly Line[];
  /** The `start` of every line that is furniture, as `bare` gives it. */
  readonly furniture: ReadonlySet<number>;
}

/**
 * Takes page numbers from the ends of lines and running heads from their beginnings, and tells which lines are furniture.
 * @param bare a line as it is compared with others: without mark-up around it
 */
export function withoutFurniture(
  text: string,
  lines: readonly Line[],
  bare: (line: Line) => LineAt = (line) => line,
): Parted {
  const whole = lines.map(bare);
  const repeated = findFurniture(text, whole);
  const numbers = runInNumbers(text, whole);
  const ended = lines.map((line, index) => {
    const { start, end } = whole[index] ?? line;
    const shorter = repeated.has(start) || end !== line.end ? undefined : numbers.ends.get(start);
    return shorter === undefined ? line : { ...line, end: shorter };
  });
  const compared = ended.map(bare);
  // Without the numbers more lines come again.
  const again = numbers.ends.size === 0 ? [] : findFurniture(text, compared);
  const furniture = new Set([...repeated, ...again, ...numbers.alone]);
  const heads = headsBeforeText(text, compared, new Set([...furniture, ...numbers.ends.keys()]));
  if (heads.size === 0) return { lines: ended, furniture };
  const headless = ended.map((line, index) => {
    const { start: from, end } = compared[index] ?? line;
    const length = heads.get(from) ?? 0;
    if (length > 0 && from + length >= end) furniture.add(from);
    if (length === 0 || from !== line.start || furniture.has(from)) return line;
    let start = line.start + length;
    while (start < line.end && text.charCodeAt(start) <= 0x20) start++;
    return { ...line, start };
  });
  return { lines: headless, furniture };
}
