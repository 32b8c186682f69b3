/** The figures of a theme as text: shares with their intervals, changes in points, rates. */
import type { Theme } from '../../model/report.ts';
import { grouped } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';

type Shared = Pick<Theme, 'share' | 'interval'>;

/** Points from which an interval is wide: its ends say no more to a decimal. */
const WIDE = 5;

/** So many that a share above nothing does not read as nothing: a passage in ten thousand is 0.01 %. */
function decimalsOf({ share, interval: [low, high] }: Shared): number {
  if ((high - low) * 100 >= WIDE) return 0;
  const percent = share * 100;
  return percent === 0 || percent >= 0.05 ? 1 : percent >= 0.005 ? 2 : 3;
}

/** `12 %`, or `4.2 %` where the interval is narrow. */
export const shareText = (shared: Shared): string => `${(shared.share * 100).toFixed(decimalsOf(shared))} %`;

/** `9–16`, as precise as the share that it belongs to. */
export function intervalText(shared: Shared, signs: Pick<ScreenOptions, 'ascii'>): string {
  const [low, high] = shared.interval;
  const decimals = decimalsOf(shared);
  return `${(low * 100).toFixed(decimals)}${sign('dash', signs)}${(high * 100).toFixed(decimals)}`;
}

/** `12 % (9–16)`. */
export const shareAndInterval = (shared: Shared, signs: Pick<ScreenOptions, 'ascii'>): string =>
  `${shareText(shared)} (${intervalText(shared, signs)})`;

/** `+6.1`, `-2.4`, `0.0`. */
export function pointsText(points: number): string {
  const text = points.toFixed(1);
  return points > 0 && text !== '0.0' ? `+${text}` : text === '-0.0' ? '0.0' : text;
}

/** Hits per 1,000 words: to a decimal, or two where one would read as nothing. */
export function rateText(rate: number): string {
  if (rate > 0 && rate < 0.05) return rate.toFixed(2);
  const tenths = Math.round(rate * 10);
  return `${grouped(Math.trunc(tenths / 10))}.${tenths % 10}`;
}
