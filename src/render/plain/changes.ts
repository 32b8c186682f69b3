/** What `pmed diff` finds as one record a line. */
import type { Diff } from '../../model/diff.ts';
import type { History } from '../../model/history.ts';
import type { Verdict } from '../../model/verdict.ts';
import { whatOf } from '../diff/any-change.ts';
import { changeRows } from '../diff/columns.ts';
import { themeShares, whyNot } from '../diff/ending.ts';
import type { DiffOptions } from '../diff/options.ts';
import { place } from '../place.ts';
import { plainResult } from './findings.ts';
import { plainLine } from './line.ts';

const documentLine = (which: string, { name, title, date }: Diff['documents'][number]): string =>
  plainLine(which, name, [title, date?.value]);

/** `old` and `new`; then `change`, id, level, kind, who and what, the values, places and quotes of both; `theme`; `result`. */
export function plainDiff(diff: Diff, options: DiffOptions, verdict: Verdict | null): string {
  const [old, now] = diff.documents;
  const changes = [...diff.changes, ...diff.dutyChanges].flatMap((change) => changeRows(change, diff, options));
  const lines = changes.map(({ change, kind, level, values, ...sides }) => {
    const [was, is] = [sides.old.evidence, sides.now.evidence];
    return plainLine('change', change.id, [
      level,
      kind,
      sides.old.ref ?? sides.now.ref,
      whatOf(change),
      values.before,
      values.after,
      was === null ? null : place(was),
      was?.quote,
      is === null ? null : place(is),
      is?.quote,
    ]);
  });
  return [
    documentLine('old', old),
    documentLine('new', now),
    ...(diff.comparable ? [] : [plainLine('problem', 'not compared', [whyNot(diff)])]),
    ...lines,
    ...themeShares(diff).map(({ id, shares }) => plainLine('theme', id, [shares])),
    plainLine('unchanged', String(diff.unchanged), []),
    ...(verdict === null ? [] : [plainResult(verdict)]),
  ].join('');
}

/** `version` for each; then `commitment`, id, status, who, what, place, quote; below it `step`, id, version, level, kinds. */
export function plainHistory(history: History, verdict: Verdict | null): string {
  const lines = history.commitments.flatMap((its) => [
    plainLine('commitment', its.id, [its.status, its.who, its.what, place(its.evidence), its.evidence.quote]),
    ...its.steps.map((step) =>
      plainLine('step', its.id, [
        `v${step.version}`,
        step.level,
        step.kinds.join(', '),
        step.evidence === null ? null : place(step.evidence),
        step.evidence?.quote,
      ]),
    ),
  ]);
  const versions = history.documents.map(({ name, title, date }, at) =>
    plainLine('version', `v${at + 1}`, [name, title, date?.value]),
  );
  return [...versions, ...lines, ...(verdict === null ? [] : [plainResult(verdict)])].join('');
}
