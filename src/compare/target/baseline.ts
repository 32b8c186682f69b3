/** Whether a target is measured against another year than before. */
import type { Target } from '../../model/report.ts';
import { isYear } from '../levelled.ts';
import type { Finding, Versions } from '../versions.ts';
import { BASELINE } from '../words/numbers.ts';

const BESIDE = 4;
/** Before a year these say when something is due. */
const DUE: ReadonlySet<string> = new Set(['by', 'before', 'until', 'till']);

/**
 * The same target against another year, or one year for another beside a word of comparison; null where neither is.
 * @param explained stems that other findings rest on
 */
export function compareBaseline(
  olds: readonly Target[],
  news: readonly Target[],
  versions: Versions,
  explained: ReadonlySet<string>,
): Finding | null {
  return ofTargets(olds, news) ?? ofWords(versions, explained);
}

function ofTargets(olds: readonly Target[], news: readonly Target[]): Finding | null {
  for (const [at, old] of olds.entries()) {
    const now = news.find(({ text }) => text === old.text) ?? (olds.length === news.length ? news[at] : undefined);
    const [was, is] = [old.baseline?.value ?? null, now?.baseline?.value ?? null];
    if (was !== null && is !== null && was !== is) return finding(was, is);
  }
  return null;
}

/** `from 2005 levels` to `from 2015 levels`, `compared with 2019`, `the 2022/23 figure`. */
function ofWords({ edits, oldWords }: Versions, explained: ReadonlySet<string>): Finding | null {
  for (const { gone, come, oldAt } of edits) {
    const [old, now] = [gone.find(isYear), come.find(isYear)];
    if (!old || !now || gone.length > 3 || come.length > 3 || explained.has(old.stem) || explained.has(now.stem))
      continue;
    if (DUE.has(oldWords[oldAt + gone.indexOf(old) - 1]?.text ?? '')) continue;
    const around = oldWords.slice(Math.max(0, oldAt - BESIDE), oldAt + gone.length + 3);
    if (around.some((word) => BASELINE.has(word.text))) return finding(old.text, now.text);
  }
  return null;
}

function finding(was: string, is: string): Finding {
  const value = (year: string) => (/^\d{4}$/.test(year) ? Number(year) : year);
  const change = { before: value(was), after: value(is) };
  return { kind: 'target-baseline-changed', field: 'baseline', change, because: [was, is] };
}
