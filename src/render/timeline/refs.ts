/** Refs in little room. */
import type { PlanRow } from './row.ts';

/** `C4`, `C14 C15 C16`, or `C3 C7 +12` where the others would take more than `room` columns. */
export function refsIn({ refs }: Pick<PlanRow, 'refs'>, room: number): string {
  const whole = refs.join(' ');
  if (whole.length <= room) return whole;
  const [first = ''] = refs;
  let short = `${first} +${refs.length - 1}`;
  for (let count = 2, shown = first; count < refs.length; count++) {
    shown += ` ${refs[count - 1]}`;
    const longer = `${shown} +${refs.length - count}`;
    if (longer.length > room) break;
    short = longer;
  }
  return short;
}
