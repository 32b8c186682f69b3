/** Whether a theme took more or less of a text than before. */
import type { DocumentRecord, Theme } from '../model/report.ts';
import { isTooShort } from '../model/themes.ts';

/** Two-sided 5 % point of the standard normal distribution. */
const CRITICAL = 1.959964;

/** What became of the share of a theme. */
export interface ShareChange {
  readonly before: number;
  readonly after: number;
  readonly significant: boolean;
}

/**
 * `significant` is a two-proportion z-test with pooled variance at 5 %, in which the documents count for as many
 * independent passages as the mean of their design effects leaves them (after Rao and Scott 1992); documents too short to
 * rank themes never differ significantly. On random halves of one text it calls under 2 % of themes different, 4 % where
 * the halves are made of runs of passages; without the design effect 7 % and 28 % (`npm run stability`).
 * @param before undefined where the document does not have the theme
 */
export function shareChange(
  before: Theme | undefined,
  after: Theme | undefined,
  documents: readonly [DocumentRecord, DocumentRecord],
): ShareChange {
  const [old, now] = [before?.share ?? 0, after?.share ?? 0];
  const isShort = before?.lowEvidence === true || after?.lowEvidence === true || documents.some(isTooShort);
  // Where one of them has it by chance more often, it also has it in longer runs: each one's own effect would tilt the test.
  const effect = ((before ?? after)?.designEffect ?? 1) / 2 + ((after ?? before)?.designEffect ?? 1) / 2;
  const [n, m] = [(documents[0].passages ?? 0) / effect, (documents[1].passages ?? 0) / effect];
  return { before: old, after: now, significant: !isShort && differ([old, now], [n, m]) };
}

function differ([one, two]: readonly [number, number], [n, m]: readonly [number, number]): boolean {
  if (n === 0 || m === 0) return false;
  const pooled = (one * n + two * m) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error > 0 && Math.abs(one - two) / error > CRITICAL;
}
