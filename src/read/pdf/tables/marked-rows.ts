/** Lists set as tables: rows of two cells whose first is but the number, letter or bullet of the second. */
import type { Line } from '../page/lines.ts';
import { findMarker, type Marker } from '../page/marker.ts';
import { romanValue } from '../page/roman.ts';

/** The text of a row of a list, and its mark; more text of the item before has none. */
export interface MarkedRow {
  readonly marker: Marker | null;
  readonly lines: readonly Line[];
}

/** A letter or Roman number alone, as where fonts give no brackets. */
const bareLetter = /^(?:[a-zA-Z]|[ivxIVX]{2,6})$/;
const bareNumber = /^\d{1,2}$/;

/**
 * The rows of two columns as items; null where they are those of a table: where a first cell holds anything but a mark,
 * or where bare letters or numbers do not follow each other.
 * @param rows the lines of each row's two cells
 */
export function markedRows(rows: readonly (readonly (readonly Line[])[])[]): MarkedRow[] | null {
  const out: MarkedRow[] = [];
  let before: string | null = null;
  for (const [first = [], second = []] of rows) {
    const text = first.map((line) => line.text).join(' ');
    const marker = text === '' ? null : markOf(text);
    if ((text !== '' && marker === null) || second.length === 0) return null;
    if (marker !== null) {
      if (bareLetter.test(text) || bareNumber.test(text)) {
        if (before !== null && !isNext(before, text)) return null;
        before = text;
      }
      out.push({ marker, lines: second });
      continue;
    }
    if (out.length === 0) return null;
    out.push({ marker: null, lines: second });
  }
  return out.filter(({ marker }) => marker !== null).length >= 2 ? out : null;
}

function markOf(text: string): Marker | null {
  if (bareLetter.test(text)) return { kind: 'letter', text, rest: 0, depth: 1 };
  const marker = findMarker(`${text} x`, text.length, true);
  return marker !== null && marker.rest === text.length + 1 && marker.depth === 1 ? { ...marker, rest: 0 } : null;
}

/** Whether a bare letter or number is the next of its series. */
function isNext(before: string, text: string): boolean {
  if (bareNumber.test(text)) return Number(text) === Number(before) + 1;
  if (text.length === 1 && before.length === 1 && text.charCodeAt(0) === before.charCodeAt(0) + 1) return true;
  return (romanValue(text) ?? -1) === (romanValue(before) ?? -3) + 1;
}
