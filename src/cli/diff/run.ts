/** What the formats of a diff are written from. */

import { atLeast } from '../../model/change-levels.ts';
import type { Change, ChangeKind, Diff, DutyChange } from '../../model/diff.ts';
import type { ExitCode, Level } from '../../model/fault.ts';
import type { Report } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Call } from '../command.ts';
import { csvRaw, noBom } from '../flags.ts';
import type { Tell } from '../records/workbook-writer.ts';
import type { TableFlags } from '../records/writers.ts';
import { levels } from '../settings/unflagged.ts';
import type { ServiceFiles } from './files.ts';
import { context, level, only, view } from './flags.ts';
import type { Judgement } from './gate.ts';

/** One comparison: its result, what of it is shown, and what was made of it. */
export interface DiffRun {
  /** Everything that changed. */
  readonly result: Diff;
  /** The same with the changes that `--only` and `--level` leave. */
  readonly shown: Diff;
  /** Whether `--level` or `--only` was typed. */
  readonly isNarrowed: boolean;
  /** Whether kinds were asked for by name, which shows those that are hidden otherwise. */
  readonly isByKind: boolean;
  /** Whether `--only` and `--level` leave a kind of a change, for formats with a line or row a kind. */
  readonly asksFor: (kind: ChangeKind, level: Level) => boolean;
  /** The outcome of the gate; null where there is none. */
  readonly verdict: Verdict | null;
  /** Ids of the changes that the gate fails on. */
  readonly failing: ReadonlySet<string>;
  /** What the gate and the reading of both sides make of the exit code. */
  readonly code: ExitCode;
  /** Levels of kinds, where settings change them. */
  readonly levels: Partial<Readonly<Record<ChangeKind, Level>>>;
  /** The reports of both versions, and their paths as they were typed. */
  readonly sides: readonly [old: Report, now: Report];
  readonly typed: readonly [old: string, now: string];
  /** The layout of the text. */
  readonly view: 'plan' | 'side' | 'line';
  /** Where services for continuous integration find both. */
  readonly files: ServiceFiles;
  /** What tables in files get. */
  readonly table: TableFlags;
  /** How many unchanged commitments stand around a change. */
  readonly context: number;
  /** What to type to get the same again, without a format. */
  readonly command: string;
  /** Tells the user of what a file could not hold. */
  readonly tell: Tell;
}

/** What a comparison has besides its result and what the call says. */
type Compared = Pick<DiffRun, 'sides' | 'typed' | 'files' | 'command'>;

/** @param judged what the gate says of all changes, whichever are shown */
export function runOf(call: Call, result: Diff, judged: Judgement, compared: Compared): DiffRun {
  const [wanted, least] = [call.get(only), call.get(level)];
  const isAsked = (kinds: readonly ChangeKind[], its: Level): boolean =>
    atLeast(its, least) && (wanted === null || kinds.some((kind) => wanted.has(kind)));
  const isShown = ({ kinds, level: its }: Change | DutyChange): boolean => isAsked(kinds, its);
  return {
    ...compared,
    ...judged,
    tell: call.session.notices.add,
    result,
    shown: { ...result, changes: result.changes.filter(isShown), dutyChanges: result.dutyChanges.filter(isShown) },
    isNarrowed: call.given(only) || call.given(level),
    isByKind: wanted !== null,
    asksFor: (kind, its) => isAsked([kind], its),
    levels: call.get(levels),
    view: call.get(view) ?? 'plan',
    context: call.get(context),
    table: { mark: !call.get(noBom), guard: !call.get(csvRaw) },
  };
}
