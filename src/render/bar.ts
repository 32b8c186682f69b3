/** Bars of block characters. */

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A bar of up to `full` columns, to an eighth of a column; whole columns of `#` in ASCII. Never empty for more than 0.
 * @param share of the full length, 0 to 1
 */
export function barOf(share: number, full: number, ascii: boolean): string {
  if (share <= 0) return '';
  if (ascii) return '#'.repeat(Math.max(1, Math.round(share * full)));
  const parts = Math.max(1, Math.round(share * full * 8));
  return '█'.repeat(parts >> 3) + (eighths[parts & 7] ?? '');
}
