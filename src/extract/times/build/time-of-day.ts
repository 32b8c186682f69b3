/** Captures → a time of day as TIMEX3 has it. */

import type { Captured, Constants } from './captured.ts';

/** `T17:00`, `TMO`. A clock time after "p.m." is in the afternoon. */
export function timeOfDay(captured: Captured, constants: Constants): string | null {
  const named = captured.entry('time') ?? constants.fields?.time;
  const clock = captured.number('clock') ?? captured.number('hour');
  if (clock === null) return typeof named === 'string' ? named : null;
  const half = captured.entry('half-day');
  let minutes = captured.has('hour') ? clock * 60 : clock;
  if (captured.has('hour') && captured.number('clock') !== null) minutes = captured.number('clock') ?? minutes;
  if ((half === 'pm' || named === 'TAF' || named === 'TEV' || named === 'TNI') && minutes < 720) minutes += 720;
  if (half === 'am' && minutes >= 720) minutes -= 720;
  if (minutes > 1440) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
