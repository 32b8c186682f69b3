/** Clock times: `17:00`, `5.30pm`, `14.30`. */

import type { Token } from '../../../model/annotated.ts';
import { glued } from './joins.ts';
import type { Shape } from './shape.ts';

/**
 * `17:00`, `9:30am`, `23:59:59`, from its hour on. With thousandths of a second (`00:12:31.840`) it is no time of day but
 * a place in a recording, as the lines of subtitles and transcripts begin with (WebVTT, SubRip).
 */
export function colonTime(tokens: readonly Token[], i: number, hour: number): Shape | null {
  if (hour > 24 || !glued(tokens[i + 1], ':')) return null;
  const minutes = tokens[i + 2];
  const match = minutes && !minutes.spaced ? /^([0-5]\d)(am|pm)?$/.exec(minutes.lower) : null;
  if (!match) return null;
  const third = glued(tokens[i + 3], ':') ? (tokens[i + 4]?.lower ?? '') : '';
  if (/^[0-5]\d[.,]\d{3}$/.test(third)) return null;
  const seconds = /^[0-5]\d$/.test(third) ? 2 : 0;
  return clock(i, i + 3 + seconds, hour, Number(match[1]), match[2]);
}

const ZONES = new Set(['gmt', 'utc', 'bst', 'cet', 'est', 'edt', 'hrs']);

/** `1845` before its zone: "1845 GMT". */
export function fourFigureTime(tokens: readonly Token[], i: number, number: number): Shape | null {
  const hour = Math.floor(number / 100);
  if (!ZONES.has(tokens[i + 1]?.lower ?? '') || hour > 24 || number % 100 > 59) return null;
  return clock(i, i + 1, hour, number % 100, undefined);
}

/** `5pm`, `5.30pm`. */
export function halfDayTime(i: number, lower: string): Shape | null {
  const match = /^(\d{1,2})(?:\.([0-5]\d))?(am|pm)$/.exec(lower);
  if (!match || Number(match[1]) > 12) return null;
  return clock(i, i + 1, Number(match[1]), Number(match[2] ?? 0), match[3]);
}

/** `14.30`: a time where the words around say so. */
export function dottedTime(i: number, lower: string): Shape | null {
  const match = /^(\d{1,2})\.([0-5]\d)$/.exec(lower);
  if (!match || Number(match[1]) > 24) return null;
  return { ...clock(i, i + 1, Number(match[1]), Number(match[2]), undefined), kind: 'hours' };
}

/** The minutes since midnight. */
function clock(from: number, to: number, hour: number, minute: number, half: string | undefined): Shape {
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return { kind: 'clock', from, to, number: shifted * 60 + minute };
}
