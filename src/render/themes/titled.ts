/** A line that begins a block of the screen: its title, and what stands in it. */
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';

/** `THEMES  share of 812 passages …`, wrapped beside the title. */
export function titled(title: string, text: string, { width, paint }: ScreenOptions): string[] {
  const [first = '', ...rest] = hang(text, width, `${title}  `, ' '.repeat(title.length + 2));
  return [paint.head(title) + first.slice(title.length), ...rest];
}
