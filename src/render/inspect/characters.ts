/** How much text stands on each page: one sign a page, so that empty and odd pages leap to the eye. */
import type { Inspected } from '../../model/inspect.ts';
import { counted, grouped } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';

type Page = Inspected['pageDetails'][number];

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** Pages in a group on a line. */
const GROUP = 10;
/** Lines that the default screen gives to pages; longer documents get several pages a sign. */
const LINES = 4;

/** Empty for documents without pages. */
export function characterLines({ pageDetails: pages }: Inspected, screen: ScreenOptions): string[] {
  if (pages.length === 0) return [];
  const digits = Math.max(...pages.map(({ page }) => grouped(page).length));
  const groups = Math.max(1, Math.floor((screen.width - digits - 2) / (GROUP + 1)));
  const perLine = Math.min(groups, 10) * GROUP;
  const each = screen.all ? 1 : Math.ceil(pages.length / (perLine * LINES));
  const most = Math.max(1, ...pages.map(({ characters }) => characters));
  const lines = [];
  for (let at = 0; at < pages.length; at += perLine * each) {
    const first = pages[at];
    if (first !== undefined)
      lines.push(` ${grouped(first.page).padStart(digits)} ${signsOf(pages, at, perLine, each, most, screen)}`);
  }
  const title = 'CHARACTERS';
  const [head = '', ...rest] = hang(
    legend(pages, each, screen),
    screen.width,
    `${title}  `,
    ' '.repeat(title.length + 2),
  );
  return [screen.paint.head(title) + head.slice(title.length), ...rest, ...lines];
}

/** The signs of a line, a space after every tenth. */
function signsOf(
  pages: readonly Page[],
  from: number,
  perLine: number,
  each: number,
  most: number,
  screen: ScreenOptions,
): string {
  let line = '';
  for (let index = 0; index < perLine; index++) {
    const own = pages.slice(from + index * each, from + (index + 1) * each);
    if (own.length === 0) break;
    line += `${index % GROUP === 0 ? ' ' : ''}${signOf(own, most, screen)}`;
  }
  return line;
}

/** The mean of some pages as a bar, or a digit in ASCII; one page that cannot be read marks them all. */
function signOf(pages: readonly Page[], most: number, { ascii, paint }: ScreenOptions): string {
  if (pages.some(({ legible }) => !legible)) return paint.bad(ascii ? 'x' : '×');
  const mean = pages.reduce((sum, page) => sum + page.characters, 0) / pages.length;
  if (mean === 0) return ascii ? '.' : '·';
  if (ascii) return String(Math.max(1, Math.ceil((mean / most) * 9)));
  return BARS[Math.max(0, Math.ceil((mean / most) * BARS.length) - 1)] ?? '';
}

/** What the signs mean, with the least, the middle and the most. */
function legend(pages: readonly Page[], each: number, { ascii }: ScreenOptions): string {
  const ordered = [...pages].sort((a, b) => a.characters - b.characters || a.page - b.page);
  const least = ordered[0];
  const middle = ordered[ordered.length >> 1];
  const most = ordered.at(-1);
  if (least === undefined || middle === undefined || most === undefined) return '';
  const name = hasOwnNumbers(pages) ? 'PDF page' : 'p.';
  const range =
    pages.length === 1
      ? `on the page: ${grouped(most.characters)}`
      : `on ${each === 1 ? 'each page' : `every ${counted(each, 'page')}`}: ${grouped(least.characters)} (${name} ${least.page}) to ${grouped(most.characters)} (${name} ${most.page}), half have ${grouped(middle.characters)} or more`;
  const bad = pages.some(({ legible }) => !legible) ? `; ${ascii ? 'x' : '×'} is not legible` : '';
  const blank = pages.some(({ characters, legible }) => legible && characters === 0)
    ? `; ${ascii ? '.' : '·'} is blank`
    : '';
  return range + bad + blank;
}

/** Whether pages bear other numbers than their place in the file. */
export function hasOwnNumbers(pages: readonly Page[]): boolean {
  return pages.some(({ page, label }) => label !== null && label !== String(page));
}
