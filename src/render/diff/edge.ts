/** Words at the right edge of a line, and the colour of levels. */
import type { Level } from '../../model/fault.ts';
import type { Paint } from '../screen.ts';
import { displayWidth } from '../width.ts';

type Painter = (text: string) => string;

/** Text at the left and a word at the right edge, two spaces or more between them. */
export function edge(left: string, right: string, width: number, paint: Painter = (text) => text): string {
  const free = width - displayWidth(left) - displayWidth(right);
  return `${left}${' '.repeat(Math.max(2, free))}${paint(right)}`;
}

/** Lines with a word at the right edge of the last one, or below it where there is no room. */
export function edged(lines: readonly string[], right: string, width: number, paint?: Painter): string[] {
  const last = lines.at(-1) ?? '';
  if (displayWidth(last) + 2 + displayWidth(right) > width) return [...lines, edge('', right, width, paint)];
  return [...lines.slice(0, -1), edge(last, right, width, paint)];
}

export const paintOf = (level: Level, paint: Paint): Painter =>
  paint[level === 'error' ? 'bad' : level === 'warning' ? 'warn' : 'quiet'];
