/** Numbers and letters of items as what they count: form and value. */
import type { Marker } from '../page/marker.ts';
import { romanValue } from '../page/roman.ts';

/** A mark as a member of a series. */
export interface Enumerator {
  /** What the marks of one list have in common: `(1)`, `a.`, `(i)`, or the bullet itself. */
  readonly form: string;
  /** Its place in the series, from 1; null for bullets. */
  readonly ordinal: number | null;
}

/**
 * What a mark counts. A letter that is also a Roman numeral is one unless it goes on a series of letters.
 * @param open the last marks of the list that is open, from the outermost in
 */
export function enumeratorOf(marker: Marker, open: readonly Enumerator[]): Enumerator {
  if (marker.kind === 'bullet') return { form: marker.text, ordinal: null };
  const bare = marker.text.replace(/[().:]/g, '');
  const around = (kind: string): string => marker.text.replace(bare, kind);
  if (marker.kind === 'number') return { form: around('1'), ordinal: Number.parseInt(bare, 10) };
  const upper = bare !== bare.toLowerCase();
  const value = letterValue(bare);
  const roman = romanValue(bare);
  const letters: Enumerator = { form: around(upper ? 'A' : 'a'), ordinal: value };
  if (roman === null) return letters;
  const numerals: Enumerator = { form: around(upper ? 'I' : 'i'), ordinal: roman };
  const goesOn = (own: Enumerator): boolean =>
    open.some(({ form, ordinal }) => form === own.form && ordinal !== null && own.ordinal === ordinal + 1);
  if (goesOn(numerals)) return numerals;
  if (goesOn(letters)) return letters;
  return bare.length > 1 || roman === 1 ? numerals : letters;
}

/** 1 for `a`, 26 for `z`, 27 for `aa`, 28 for `bb` or `ab`. */
function letterValue(bare: string): number {
  const lower = bare.toLowerCase();
  const last = lower.charCodeAt(lower.length - 1) - 96;
  return (lower.length - 1) * 26 + last;
}
