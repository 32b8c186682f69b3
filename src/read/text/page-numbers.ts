/** Page numbers that stand at the end of a page's last line, as converters leave them where pages are run together. */
import { pageNumbers } from '../flow/furniture.ts';
import type { Line } from './lines.ts';

/** A number right behind a word, or behind the end of a sentence. */
const AT_END = /(?:[\p{Ll})”’]|[^\d][.,;:!?]|(?:19|20)\d\d\.|[.;:!?”’]\s)(\d{1,4})$/u;
/** Shorter runs of numbers that go up may be notes or chance. */
const FEWEST = 8;

/** The lines without the numbers at their ends that go up at the distance of pages. */
export function withoutPageNumbers(text: string, lines: readonly Line[]): readonly Line[] {
  const numbers = lines.flatMap((line) => {
    const number = AT_END.exec(text.slice(Math.max(line.start, line.end - 9), line.end))?.[1];
    return number === undefined ? [] : [{ line, value: Number(number), length: number.length }];
  });
  const pages = pageNumbers(numbers);
  if (pages.length < FEWEST) return lines;
  const starts = new Set(pages.map(({ start }) => start));
  const lengths = new Map(numbers.map(({ line, length }) => [line.start, length]));
  return lines.map((line) => {
    if (!starts.has(line.start)) return line;
    return {
      ...line,
      end: line.start + text.slice(line.start, line.end - (lengths.get(line.start) ?? 0)).trimEnd().length,
    };
  });
}
