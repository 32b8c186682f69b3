/** What the formats of a diff are written from. */
import type { ChangeKind, Diff } from '../../model/diff.ts';
import type { ExitCode, Level } from '../../model/fault.ts';
import type { Report } from '../../model/report.ts';
import type { Verdict } from '../../render/diff/options.ts';

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
  /** How many unchanged commitments stand around a change. */
  readonly context: number;
  /** What to type to get the same again, without a format. */
  readonly command: string;
}
