/** How far the bars of themes reach. */

const ROUND = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8];

/** The share at the end of a scale: a round number above all of these shares. */
export function endOfScale(shares: readonly number[]): number {
  const most = shares.reduce((one, other) => Math.max(one, other), 0.01);
  return ROUND.find((round) => most <= round) ?? 1;
}
