/** What the gate of `pmed diff` says of two versions, and the exit code that follows. */

import { isQuiet } from '../../model/change-groups.ts';
import type { Change, Diff } from '../../model/diff.ts';
import type { ExitCode } from '../../model/fault.ts';
import type { Report } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Call } from '../command.ts';
import { allowUnread } from '../flags.ts';
import { type Gate, gateOf, isMet, isOpen, toldBy } from '../gate.ts';
import { minCoverage } from '../settings/unflagged.ts';
import { exitCode, failOn, KINDS } from './flags.ts';

/** The verdict, null where none was asked for, and the exit code. */
export interface Judgement {
  readonly verdict: Verdict | null;
  readonly code: ExitCode;
  /** Ids of the changes that are reasons to fail. */
  readonly failing: ReadonlySet<string>;
}

/** Judges all changes, whichever are shown. A side that was not read completely allows no verdict. */
export function judge(result: Diff, sides: readonly [Report, Report], call: Call): Judgement {
  const gate = call.get(exitCode) ? gateOf('any', KINDS) : call.get(failOn);
  const least = call.get(minCoverage);
  const unread = call.get(allowUnread) ? -1 : sides.findIndex((side) => !isComplete(side, least));
  const met = changesMet(result, gate);
  const verdict = isOpen(gate) ? null : verdictOf(result, gate, met, unread);
  const failing = new Set(met.map(({ id }) => id));
  // An incomplete reading must not look like a verdict.
  if (unread >= 0 || verdict?.outcome === 'none') return { verdict, code: 3, failing };
  return { verdict, code: verdict?.outcome === 'fail' ? 1 : 0, failing };
}

/** The changes that the gate fails on. */
function changesMet({ changes }: Diff, gate: Gate): Change[] {
  // What was only moved or reworded is a note that fails nothing, unless its kind is named or settings give it another level.
  const loud: Gate = { ...gate, level: null };
  return changes.filter(({ level, kinds }) =>
    isMet({ level, names: kinds }, level === 'note' && isQuiet(kinds) ? loud : gate),
  );
}

/** @param unread which side was not read completely; -1 for neither */
function verdictOf(result: Diff, gate: Gate, met: readonly Change[], unread: number): Verdict {
  if (!result.comparable) return { outcome: 'none', reason: 'the two were not compared' };
  if (unread >= 0) {
    return { outcome: 'none', reason: `the ${unread === 1 ? 'new' : 'old'} version was not read completely` };
  }
  return { outcome: met.length === 0 ? 'pass' : 'fail', reason: toldBy(gate, met) };
}

/** Whether enough was read to judge by: a page or two without text are a warning, and are said. */
export function isComplete(report: Report, least: number): boolean {
  return report.documents.every(
    ({ status, textCoverage }) => status === 'read' || (status === 'partial' && textCoverage >= least),
  );
}
