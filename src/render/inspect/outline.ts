/** The outline of a document: its headings by level, with their pages. */
import type { Inspected } from '../../model/inspect.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';
import { leftOut } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { displayWidth } from '../width.ts';
import { hang } from '../wrap.ts';

/** Headings that the default screen shows. */
const ROWS = 14;
/** Fewer headings than these are no outline: a level more is shown as far as there is room. */
const FEWEST = 5;
/** Deeper levels are shown no further to the right. */
const DEEPEST = 5;
/** Pages stand no further from their headings, however wide the screen. */
const WIDEST = 100;

export function outlineLines({ sections, pageDetails }: Inspected, screen: ScreenOptions): string[] {
  const title = screen.paint.head('OUTLINE');
  if (sections.length === 0) return [`${title}  no headings found`];
  const labels = new Map(pageDetails.map(({ page, label }) => [page, label ?? String(page)]));
  const width = Math.min(screen.width, WIDEST);
  const shown = screen.all ? sections : upperLevels(sections);
  const levels = [...new Set(sections.map(({ level }) => level))].length;
  const lines = shown.flatMap(({ level, title: text, page }) => {
    const place = page === null ? '' : `  p. ${labels.get(page) ?? page}`;
    const start = `${' '.repeat(2 * Math.min(level, DEEPEST) - 1)}${level} `;
    const own = hang(harmless(text), width - displayWidth(place), start, ' '.repeat(start.length));
    const last = own.pop() ?? '';
    const room = Math.max(0, width - displayWidth(last) - displayWidth(place));
    const filled = place === '' ? '' : leader(room, screen);
    return [...own, `${last}${filled}${screen.paint.quiet(place)}`];
  });
  return [
    `${title}  ${counted(sections.length, 'heading')} of ${counted(levels, 'level')}`,
    ...lines,
    ...leftOut(sections.length - shown.length, screen),
  ];
}

/** Dots between a title and its page. */
function leader(room: number, screen: ScreenOptions): string {
  if (screen.plain) return '';
  return room < 4 ? ' '.repeat(room) : ` ${screen.paint.quiet(sign('leader', screen).repeat(room - 1))}`;
}

/** The headings of as many levels as there is room for, so that the outline goes to the end of the document. */
function upperLevels(sections: Inspected['sections']): Inspected['sections'] {
  const upTo = (deepest: number) => sections.filter(({ level }) => level <= deepest);
  const levels = [...new Set(sections.map(({ level }) => level))].sort((a, b) => a - b);
  let fitting: Inspected['sections'] = [];
  for (const level of levels) {
    const more = upTo(level);
    if (more.length > ROWS) return fitting.length >= FEWEST ? fitting : more.slice(0, ROWS);
    fitting = more;
  }
  return fitting;
}
