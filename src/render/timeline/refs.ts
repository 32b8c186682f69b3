/** Refs in little room. */
import type { PlanRow } from './row.ts';

/** `C4`, `C14 C15 C16`, or `C3 C7 +12` where the others would take more than `room` columns. */
export function refsIn({ refs }: Pick<PlanRow, 'refs'>, room: number): string {
  const whole = refs.join(' ');
  if (whole.length <= room) return whole;
  for (let count = refs.length - 1; count > 0; count--) {
    const short = `${refs.slice(0, count).join(' ')} +${refs.length - count}`;
    if (short.length <= room || count === 1) return short;
  }
  return whole;
}
