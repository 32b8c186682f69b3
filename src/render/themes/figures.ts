/** The figures of a theme as text: shares with their intervals, changes in points, rates. */
import type { Theme } from '../../model/report.ts';
import { grouped } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';

type Shared = Pick<Theme, 'share' | 'interval'>;

/** Points from which an interval is wide: its ends say no more to a decimal. */
const WIDE = 5;

const decimalsOf = ([low, high]: Shared['interval']): number => ((high - low) * 100 >= WIDE ? 0 : 1);

/** `12 %`, or `4.2 %` where the interval is narrow. */
export const shareText = ({ share, interval }: Shared): string => `${(share * 100).toFixed(decimalsOf(interval))} %`;

/** `9–16`, as precise as the share that it belongs to. */
export function intervalText({ interval }: Shared, signs: Pick<ScreenOptions, 'ascii'>): string {
  const [low, high] = interval;
  const decimals = decimalsOf(interval);
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

/** Hits per 1,000 words. */
export function rateText(rate: number): string {
  const tenths = Math.round(rate * 10);
  return `${grouped(Math.trunc(tenths / 10))}.${tenths % 10}`;
}
