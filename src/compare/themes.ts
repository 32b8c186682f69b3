/** Which themes took more or less of the text than before. */
import type { Diff } from '../model/diff.ts';
import type { Report, Theme } from '../model/report.ts';

/** Two-sided 5 % point of the standard normal distribution. */
const CRITICAL = 1.959964;

/**
 * Themes whose share of passages differs, by id. `significant` is a two-proportion z-test with pooled variance at 5 %
 * (on halves of one text it calls 5 % of themes different, where tests on word counts call 19 %); texts too short to
 * rank themes are never significant.
 */
export function themeChanges(before: Report, after: Report): Diff['themeChanges'] {
  const [olds, news] = [byId(before), byId(after)];
  const totals = [passagesOf(before), passagesOf(after)] as const;
  const out: Diff['themeChanges'] = [];
  for (const id of [...new Set([...olds.keys(), ...news.keys()])].sort()) {
    const [old, now] = [olds.get(id), news.get(id)];
    const shares = [old?.share ?? 0, now?.share ?? 0] as const;
    if (shares[0] === shares[1]) continue;
    const isShort = (old ?? now)?.lowEvidence === true || (now ?? old)?.lowEvidence === true;
    out.push({ id, before: shares[0], after: shares[1], significant: !isShort && differ(shares, totals) });
  }
  return out;
}

function byId(report: Report): ReadonlyMap<string, Theme> {
  const first = report.documents[0]?.id;
  return new Map(report.themes.filter((theme) => theme.documentId === first).map((theme) => [theme.id, theme]));
}

/** Passages of the document, worked back from the theme that was seen most. */
function passagesOf(report: Report): number {
  let most = 0;
  let total = 0;
  for (const { passages, share } of byId(report).values()) {
    if (passages <= most || share <= 0) continue;
    most = passages;
    total = Math.round(passages / share);
  }
  return total;
}

function differ([one, two]: readonly [number, number], [n, m]: readonly [number, number]): boolean {
  if (n === 0 || m === 0) return false;
  const pooled = (one * n + two * m) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error > 0 && Math.abs(one - two) / error > CRITICAL;
}
