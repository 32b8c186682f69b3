/** The printed numbers of pages. */
import { atEdge, type EdgePage } from './edges.ts';
import { lineOf, type Segment } from './lines.ts';
import { romanValue } from './roman.ts';

/** A page's number as printed. */
export interface PageNumber {
  readonly segment: Segment;
  readonly label: string;
  /** Whether the segment holds nothing but the number. */
  readonly alone: boolean;
}

const numbered =
  /^(?:[-–—|[(]\s?)?(?:page|p\.?|pg\.?)?\s?(\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}-?\d{1,3})(?:\s?(?:of|\/|\|)\s?\d{1,4})?(?:\s?[-–—|\])]|\s?\|\s?p\s?a\s?g\s?e)?$/i;
const atEnd = /(?:^|[\s|])(?:page )?(\d{1,4}|[ivxl]{1,6})$/i;
const atStart = /^(?:page )?(\d{1,4}|[ivxl]{1,6})(?=[\s|])/i;

/** Page numbers in the outermost rows whose distance from the page's index is shared by several pages. */
export function findNumbers(
  pages: readonly EdgePage[],
  rowsOf: readonly (readonly Segment[][])[],
): Map<number, PageNumber> {
  const found: { page: number; segment: Segment; label: string; shift: string; alone: boolean }[] = [];
  for (const [index, { page, height }] of pages.entries()) {
    const rows = rowsOf[index] ?? [];
    const outer = rows.length > 3 ? [rows[0], rows[1], rows.at(-2), rows.at(-1)] : rows;
    for (const row of outer) {
      for (const segment of row ?? []) {
        if (!atEdge(segment, height)) continue;
        const text = lineOf([segment]).text;
        const alone = numbered.exec(text)?.[1];
        for (const label of alone === undefined ? [atEnd.exec(text)?.[1], atStart.exec(text)?.[1]] : [alone]) {
          if (label === undefined) continue;
          const value = /^\d+$/.test(label) ? Number(label) : romanValue(label);
          if (value === null) continue;
          found.push({
            page,
            segment,
            label,
            shift: `${/^\d/.test(label) ? 'd' : 'r'}${value - page}`,
            alone: alone !== undefined,
          });
        }
      }
    }
  }
  const shifts = new Map<string, Set<number>>();
  for (const { shift, page } of found) shifts.set(shift, (shifts.get(shift) ?? new Set()).add(page));
  const few = Math.max(2, Math.min(5, Math.floor(pages.length / 4)));
  const numbers = new Map<number, PageNumber & { support: number }>();
  for (const { page, segment, label, shift, alone } of found) {
    const support = shifts.get(shift)?.size ?? 0;
    if (support < (alone ? few : Math.max(3, few)) && !(pages.length === 1 && alone && label === '1')) continue;
    const other = numbers.get(page);
    // A title may end in the page's number by chance.
    const better = support > (other?.support ?? 0) || (support === other?.support && alone && !other.alone);
    if (better) numbers.set(page, { segment, label, alone, support });
  }
  return numbers;
}
