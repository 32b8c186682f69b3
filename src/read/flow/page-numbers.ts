/** Page numbers that stand at the end of a page's last line, as converters leave them where pages are run together. */
import { MONTHS } from '../../model/months.ts';
import type { LineAt } from './furniture.ts';
import { pageNumbers } from './furniture.ts';

/** A number at the end of a line, perhaps right behind a word or the end of a sentence. */
const AT_END = /(?:^|[\p{Ll})”’]|[^\d][.,;:!?]|(?:19|20)\d\d\.|\s)(\d{1,4})$/u;
/** Words whose number is their own. */
const NUMBERED = new RegExp(
  String.raw`\b(?:table|figure|fig|box|map|chart|chapter|annex|appendix|section|part|step|phase|stage|goal|objective|outcome|priority|action|theme|band|level|tier|type|category|grade|class|module|volume|article|schedule|paragraph|page|no|of|to|by|in|and|or|from|until|since|than|between|over|under|about|for|at|${MONTHS.join('|')})\.?\s\d{1,4}$`,
  'i',
);
/** Shorter runs of numbers that go up may be notes or chance. */
const FEWEST = 8;
/** The run goes through this part of the text, and not many more lines end with a number. */
const MOST_OF_TEXT = 0.6;
const MOST_OTHERS = 6;

/** Page numbers as found. */
export interface PageNumbers {
  /** By the `start` of a line, its end without the number. */
  readonly ends: ReadonlyMap<number, number>;
  /** The `start` of each line that is such a number alone. */
  readonly alone: ReadonlySet<number>;
}

/** The numbers at the ends of lines that go up by one or two at the distance of pages, through most of the text. */
export function runInNumbers(text: string, lines: readonly LineAt[]): PageNumbers {
  const numbers: { line: LineAt; value: number; length: number }[] = [];
  for (const line of lines) {
    const last = text.charCodeAt(line.end - 1);
    if (last < 0x30 || last > 0x39) continue;
    const tail = text.slice(Math.max(line.start, line.end - 20), line.end);
    const number = AT_END.exec(tail)?.[1];
    if (number !== undefined && !NUMBERED.test(tail))
      numbers.push({ line, value: Number(number), length: number.length });
  }
  const pages = pageNumbers(numbers);
  const span = (pages[0]?.start ?? 0) - (pages.at(-1)?.start ?? 0);
  const isRun = pages.length >= FEWEST && Math.abs(span) >= text.length * MOST_OF_TEXT;
  const ends = new Map<number, number>();
  const alone = new Set<number>();
  if (!isRun || numbers.length > pages.length * MOST_OTHERS) return { ends, alone };
  const chosen = new Set(pages.map(({ start }) => start));
  for (const { line, length } of numbers) {
    if (!chosen.has(line.start)) continue;
    const end = line.start + text.slice(line.start, line.end - length).trimEnd().length;
    if (end === line.start) alone.add(line.start);
    else ends.set(line.start, end);
  }
  return { ends, alone };
}
