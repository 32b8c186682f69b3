/** Which themes took more or less of the text than before. */
import type { Diff } from '../model/diff.ts';
import type { DocumentRecord, Report, Theme } from '../model/report.ts';
import { isTooShort, themeKey } from '../model/themes.ts';

/** Two-sided 5 % point of the standard normal distribution. */
const CRITICAL = 1.959964;

/** A document with its themes. */
export interface ThemedDocument {
  readonly document: DocumentRecord;
  readonly themes: readonly Theme[];
}

/** What became of the share of a theme. */
export interface ShareChange {
  readonly before: number;
  readonly after: number;
  readonly significant: boolean;
}

/** Themes whose share of passages differs, by id. */
export function themeChanges(before: Report, after: Report): Diff['themeChanges'] {
  const [old, now] = [firstOf(before), firstOf(after)];
  if (old === null || now === null) return [];
  const [olds, news] = [byKey(old), byKey(now)];
  const ids = new Map([...olds, ...news].map(([key, { id }]) => [key, id]));
  return [...ids].sort(inOrder).flatMap(([key, id]) => {
    const change = shareChange(olds.get(key), news.get(key), [old.document, now.document]);
    return change.before === change.after ? [] : [{ id, ...change }];
  });
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

const byKey = ({ themes }: ThemedDocument): ReadonlyMap<string, Theme> =>
  new Map(themes.map((theme) => [themeKey(theme), theme]));

const inOrder = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;

function firstOf(report: Report): ThemedDocument | null {
  const [document] = report.documents;
  if (document === undefined) return null;
  return { document, themes: report.themes.filter(({ documentId }) => documentId === document.id) };
}

function differ([one, two]: readonly [number, number], [n, m]: readonly [number, number]): boolean {
  if (n === 0 || m === 0) return false;
  const pooled = (one * n + two * m) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error > 0 && Math.abs(one - two) / error > CRITICAL;
}
