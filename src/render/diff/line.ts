/** A diff with a change of one kind a line: stable, for grep, for editors and for files of what is accepted. */
import { isQuiet } from '../../model/change-groups.ts';
import type { Diff } from '../../model/diff.ts';
import type { Evidence } from '../../model/report.ts';
import { type PlainValues, plainValues } from '../change-values.ts';
import { harmless } from '../harmless.ts';
import { type AnyChange, actorOf, isOfCommitment, whatOf } from './any-change.ts';
import { neighboursIn } from './context.ts';
import { themeShares } from './ending.ts';
import type { DiffScreenOptions } from './options.ts';
import { choose, kindsOf, levelIn } from './told.ts';

/**
 * `new.pdf:p11: error deadline-slipped x-7f3k9q2m 2026-03-31 -> 2028-03-31 cut the median wait`: the path as typed of the
 * version that it stands in (of what was removed, the old one) with its line or page, the level and kind, the id of the
 * change, the two values, and who and what. Empty where nothing changed. Lines are never wrapped.
 */
export function renderLines(diff: Diff, screen: DiffScreenOptions): string {
  const { paths = [diff.documents[0].name, diff.documents[1].name] } = screen;
  const [commitments, duties] = [diff.changes, diff.dutyChanges].map((changes) => choose(changes, screen).told);
  const neighbours = neighboursIn(diff, screen.context);
  const near = new Set<string>();
  // An unchanged commitment stands between two changes once.
  const around = (change: AnyChange, side: 'before' | 'after'): string[] =>
    neighbours(change, side).flatMap((its) => {
      const path = paths[change.after === null ? 0 : 1];
      const line = `${whereOf(path, its.evidence)}: unchanged ${its.id} ${its.action.text}`;
      if (near.has(line)) return [];
      near.add(line);
      return [line];
    });
  const lines = [
    ...[...(commitments ?? []), ...(duties ?? [])].flatMap(({ change }) => [
      ...around(change, 'before'),
      ...linesOf(change, paths, screen),
      ...around(change, 'after'),
    ]),
    ...themeShares(diff).map(({ id, shares }) => `${paths[1]}: theme ${id} ${shares}`),
  ];
  return lines.map((line) => `${harmless(line)}\n`).join('');
}

function linesOf(change: AnyChange, paths: readonly [string, string], screen: DiffScreenOptions): string[] {
  const { before, after, kinds } = change;
  const at = after === null ? whereOf(paths[0], before?.evidence) : whereOf(paths[1], after.evidence);
  const duty = isOfCommitment(change) ? '' : 'duty-';
  const said = isOfCommitment(change) ? [actorOf(change), whatOf(change)].filter(Boolean).join(' ') : whatOf(change);
  return kindsOf(change, screen).flatMap((kind) => {
    const level = levelIn(change, kind, screen);
    const isHidden = !screen.all && screen.shows === undefined && isQuiet([kind]) && !isQuiet(kinds);
    if (isHidden || !(screen.showsKind?.(kind, level) ?? true)) return [];
    const values = plainValues(kind, change);
    const none = values.before === null && values.after === null;
    return [[`${at}:`, level, duty + kind, change.id, ...(none ? [] : [arrow(values)]), said].join(' ')];
  });
}

const arrow = ({ before, after }: PlainValues): string => `${word(before)} -> ${word(after)}`;

/** Values of several words stand in quotation marks, so that what follows is told from them. */
const word = (value: string | number | null): string =>
  value === null ? 'none' : /^\S+$/.test(String(value)) ? String(value) : `"${value}"`;

/** `plan.md:17`, `plan.pdf:p12`: as compilers name places, so that editors find the line. */
function whereOf(path: string, evidence: Evidence | undefined): string {
  if (evidence === undefined) return path;
  const page = evidence.pageLabel ?? evidence.page;
  if (page !== null) return `${path}:p${String(page).replaceAll(' ', '')}`;
  return evidence.line === null ? path : `${path}:${evidence.line}`;
}
