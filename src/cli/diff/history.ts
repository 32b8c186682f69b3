/** `pmed diff` of three versions or more: the history of each commitment, and what its newest step decides. */

import { atLeast } from '../../model/change-levels.ts';
import type { ChangeKind } from '../../model/diff.ts';
import type { ExitCode } from '../../model/fault.ts';
import type { History, HistoryStep } from '../../model/history.ts';
import { changeKinds, isQuietStep } from '../../model/history-steps.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Version } from '../../model/version.ts';
import type { Call } from '../command.ts';
import { allowUnread, force, output } from '../flags.ts';
import { type Gate, gateOf, isMet, isOpen, toldBy } from '../gate.ts';
import { levels, minCoverage } from '../settings/unflagged.ts';
import type { Operand } from '../sides.ts';
import { datesFor, docDates, exitCode, failOn, KINDS, level, match, only } from './flags.ts';
import { isComplete } from './gate.ts';
import { checkHistoryFlags, historyFormat, writeHistory } from './history-writers.ts';
import { tellOf } from './told.ts';

/**
 * Follows the commitments through the versions and writes their history. A version that cannot be read is said, and
 * the others are followed; then there is no verdict.
 * @throws PmedError (exit 2) for flags and formats that two versions have and more do not
 */
export async function runHistory(call: Call, operands: readonly Operand[]): Promise<ExitCode> {
  const [{ checkTargets }, { outputTargets }, { guidingFiles }, { writeResult }, { readVersions }, { history }] =
    await Promise.all([
      import('../output/check.ts'),
      import('../output/target.ts'),
      import('../rule-files.ts'),
      import('../one-result.ts'),
      import('../sides.ts'),
      import('../../compare/history.ts'),
    ]);
  checkHistoryFlags(call);
  const targets = outputTargets(call.get(output), historyFormat.formats);
  checkTargets(targets, [...call.operands, ...guidingFiles(call)], call.get(force));
  const all = await readVersions(operands, call, datesFor(call.get(docDates), operands.length));
  const versions = all.filter((one) => one !== null);
  if (versions.length < 2) return 0;

  const result = history(versions, { match: call.get(match), levels: call.get(levels) });
  tellOf(result.diagnostics, versions, operands.at(-1)?.typed ?? '', call);
  const verdict = verdictOf(result, versions, versions.length < all.length, call);
  const isNarrowed = call.given(only) || call.given(level);
  const shown = isNarrowed ? narrowed(result, call) : result;
  const run = { shown, verdict, isNarrowed, levels: call.get(levels), call };
  await writeResult(call, targets, historyFormat, (each, screen, at) => writeHistory(each, run, { screen, ...at }));
  const isRead = call.get(allowUnread) || versions.every((one) => isComplete(one, call.get(minCoverage)));
  if (!isRead || verdict?.outcome === 'none') return 3;
  return verdict?.outcome === 'fail' ? 1 : 0;
}

/** The names by which a step is asked for: what is back was added. */
const namesOf = ({ kinds }: HistoryStep): ChangeKind[] =>
  kinds.includes('reinstated') ? ['added', ...changeKinds(kinds)] : changeKinds(kinds);

/** The history with the steps that `--only` and `--level` leave, and the commitments that have one. */
function narrowed(history: History, call: Call): History {
  const wanted = call.get(only);
  const least = call.get(level);
  const isAsked = (step: HistoryStep): boolean =>
    atLeast(step.level, least) && (wanted === null || namesOf(step).some((kind) => wanted.has(kind)));
  const commitments = history.commitments.flatMap((one) => {
    const steps = one.steps.filter(isAsked);
    return steps.length === 0 ? [] : [{ ...one, steps }];
  });
  return { ...history, commitments };
}

/** The gate looks at the newest version alone: what happened before has been judged then. */
function verdictOf(history: History, versions: readonly Version[], isLacking: boolean, call: Call): Verdict | null {
  const gate = call.get(exitCode) ? gateOf('any', KINDS) : call.get(failOn);
  if (isOpen(gate)) return null;
  const none = (reason: string): Verdict => ({ outcome: 'none', reason });
  if (!call.get(allowUnread)) {
    if (isLacking) return none('a version was not read');
    const partly = versions.findIndex((one) => !isComplete(one, call.get(minCoverage)));
    if (partly >= 0) return none(`v${partly + 1} was not read completely`);
  }
  if (!history.comparable) return none('a version was not compared');
  const newest = history.versions.length;
  const steps = history.commitments.flatMap((one) => one.steps.filter(({ version }) => version === newest));
  // What was only moved or reworded is a note that fails nothing, unless its kind is named or settings give it another level.
  const loud: Gate = { ...gate, level: null };
  const met = steps.filter((step) => {
    const judged = { level: step.level, names: namesOf(step) };
    return isMet(judged, step.level === 'note' && isQuietStep(step.kinds) ? loud : gate);
  });
  return { outcome: met.length === 0 ? 'pass' : 'fail', reason: `v${newest}: ${toldBy(gate, met)}` };
}
