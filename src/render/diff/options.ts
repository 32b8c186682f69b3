/** How a diff is shown: what of it, with which levels, and what the gate says. */
import type { ChangeKind } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import type { Commitment } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { ScreenOptions } from '../screen.ts';
import type { AnyChange } from './any-change.ts';

export const DIFF_VIEWS = ['plan', 'side', 'line'] as const;
type DiffView = (typeof DIFF_VIEWS)[number];

/** Columns that two quotes side by side need. */
export const SIDE_WIDTH = 100;

/** What any format shows besides the diff itself. */
export interface DiffOptions {
  /** The outcome of a gate; null where none was asked for. */
  readonly verdict: Verdict | null;
  /** Levels of kinds, where they differ from the defaults. */
  readonly levels?: Readonly<Record<ChangeKind, Level>>;
  /** Whether what was only moved or reworded is shown too. */
  readonly all?: boolean;
  /** Whether a change is among those asked for; unless given, all but what was only moved or reworded. */
  readonly shows?: (change: AnyChange) => boolean;
  /** Of the kinds of a change, those that formats with a line or row a kind write; all unless given. */
  readonly showsKind?: (kind: ChangeKind, level: Level) => boolean;
}

/** What the screen shows besides the diff itself. */
export interface DiffScreenOptions extends ScreenOptions, DiffOptions {
  readonly all: boolean;
  /** `plan` unless given; `side` on screens of 100 columns and more. */
  readonly view?: DiffView;
  /** Unchanged commitments to show before and after each change, and where to take them from. */
  readonly context?: DiffContext;
  /** Where both documents are, for lines that name them; their names unless given. */
  readonly paths?: readonly [old: string, now: string];
}

/** Where unchanged commitments are taken from. */
export interface DiffContext {
  readonly count: number;
  /** Those of the new version. */
  readonly commitments: readonly Commitment[];
  /** Those of the old version, around what was removed. */
  readonly removed?: readonly Commitment[];
}
