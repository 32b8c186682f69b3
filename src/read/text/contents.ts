/** Tables of contents of plain texts whose entries end with a page and have no dots before it. */
import { isTitleLike } from '../flow/titles.ts';
import type { Line } from './lines.ts';

const CALLED = /^(?:table\s+of\s+)?contents\s?:?$|^list\s+of\s+(?:tables?|figures?|boxes)\s?:?$/i;
/** Words, and the number of a page after them. */
const ENTRY = /^(.{2,140}?)(\s{1,100})(\d{1,3}|[ivx]{1,6})$/;
/** Lines of an entry that have no page, because it stands on the next. */
const MOST_STRAYS = 2;
const FEWEST = 4;

/**
 * The starts of the lines that are entries: below the word, each with a page that is not before the last one's.
 * @param furniture the starts of running heads and page numbers, which may stand between
 */
export function contentsLines(
  text: string,
  lines: readonly Line[],
  furniture: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (line.end - line.start > 40 || !CALLED.test(text.slice(line.start, line.end))) return;
    let run: number[] = [];
    const strays: number[] = [];
    let last = 0;
    let count = 0;
    for (let i = index + 1; i < lines.length && strays.length <= MOST_STRAYS; i++) {
      const next = lines[i];
      if (next === undefined || next.end - next.start > 160) break;
      if (furniture.has(next.start)) continue;
      const page = pageOf(text.slice(next.start, next.end));
      if (page === null) {
        strays.push(next.start);
        continue;
      }
      if (page < last) break;
      // Roman numbers come before the others.
      last = page;
      run = [...run, ...strays.splice(0), next.start];
      count++;
    }
    if (count >= FEWEST) for (const start of run) found.add(start);
  });
  return found;
}

/** The page that an entry ends with: 0 for a roman number; null where the line is no entry. */
function pageOf(printed: string): number | null {
  const [, words = '', gap = '', page = ''] = ENTRY.exec(printed) ?? [];
  if (!/\p{L}{2}/u.test(words) || (gap.length < 2 && !isTitleLike(words))) return null;
  return /\d/.test(page) ? Number(page) : 0;
}
