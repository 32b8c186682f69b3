/** Roman numerals. */

const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral in one letter case, or null for other text. */
export function romanValue(text: string): number | null {
  const lower = text.toLowerCase();
  let sum = 0;
  for (let k = 0; k < lower.length; k++) {
    const value = digits[lower.charAt(k)];
    if (value === undefined) return null;
    const next = digits[lower.charAt(k + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum > 0 ? sum : null;
}
