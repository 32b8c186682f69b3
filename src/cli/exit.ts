/** Which exit code holds when several apply. */
import type { ExitCode } from '../model/fault.ts';

const rank: Record<ExitCode, number> = { 0: 0, 1: 1, 2: 2, 3: 3, 70: 4, 130: 5, 143: 5 };

/** Of several the highest of 3, 2, 1 (an incomplete reading must not look like a verdict); bugs and signals above. */
export function worst(...codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((worse, code) => (rank[code] > rank[worse] ? code : worse), 0);
}
