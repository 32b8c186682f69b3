/** The value that a share of numbers do not exceed. */

/** The value that the given share (0 to 1) of numbers do not exceed; 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  // Typed arrays sort by value without asking for every pair.
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
