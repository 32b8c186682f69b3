/** The numbers of list items as they are printed: `3`, `c`, `iii`. */

/** How a list counts. */
export type Counting = 'decimal' | 'letter' | 'LETTER' | 'roman' | 'ROMAN';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The number as a list prints it; as digits where letters or Roman numbers have no form for it. */
export function ordinal(value: number, counting: Counting): string {
  if (counting === 'decimal' || value < 1 || value > 3999) return String(value);
  if (counting === 'roman') return roman(value);
  if (counting === 'ROMAN') return roman(value).toUpperCase();
  const printed = letters(value);
  return counting === 'letter' ? printed : printed.toUpperCase();
}

function roman(value: number): string {
  let rest = value;
  let printed = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      printed += sign;
      rest -= size;
    }
  }
  return printed;
}

/** `a` to `z`, `aa` to `zz` and so on. */
function letters(value: number): string {
  let printed = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    printed = String.fromCharCode(0x61 + ((rest - 1) % 26)) + printed;
  }
  return printed;
}
