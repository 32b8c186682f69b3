/** Phrases that several blocks of the screen use. */
import type { Evidence } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { linkedPlace, type Source } from '../linked.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang, wrap } from '../wrap.ts';

/** `12 more: --all`, or nothing. */
export function leftOut(count: number, { paint, width }: ScreenOptions, what = ''): string[] {
  return count > 0 ? hang(`${count} more${what}: --all`, width, ' ', ' ').map(paint.quiet) : [];
}

/** `3 more themes: --all`, or nothing. */
export const leftOutThemes = (count: number, screen: ScreenOptions): string[] =>
  leftOut(count, screen, count === 1 ? ' theme' : ' themes');

/** The evidence in quotes with its place, in lines of a width. */
export function quoted(
  { evidence }: { readonly evidence: Evidence },
  width: number,
  source: Source,
  screen: ScreenOptions,
): string[] {
  return wrap(`"${harmless(evidence.quote)}" ${linkedPlace(evidence, source, screen)}`, width);
}
