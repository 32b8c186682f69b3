/** The signs of the chart in their two spellings, and what the legend says of each. */
import type { ScreenOptions } from '../screen.ts';

export type ChartSign =
  | 'deadline'
  | 'lead'
  | 'uncertain'
  | 'period'
  | 'recurrence'
  | 'point'
  | 'earlier'
  | 'later'
  | 'asOf';

const spellings: Readonly<Record<ChartSign, readonly [string, string]>> = {
  deadline: ['◆', '*'],
  lead: ['▪', '-'],
  uncertain: ['░', '?'],
  period: ['█', '#'],
  recurrence: ['◇', '+'],
  point: ['○', 'o'],
  earlier: ['←', '<'],
  later: ['→', '>'],
  asOf: ['┊', ':'],
};

/** One column wide, in the spelling that the screen allows. */
export function chartSign(name: ChartSign, { ascii }: Pick<ScreenOptions, 'ascii'>): string {
  return spellings[name][ascii ? 1 : 0];
}

/** In the order of the legend. */
export const legendOrder: readonly ChartSign[] = [
  'deadline',
  'lead',
  'uncertain',
  'period',
  'recurrence',
  'point',
  'earlier',
  'later',
  'asOf',
];
