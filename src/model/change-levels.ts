/** How much each kind of change matters, and which kinds are for the better or the worse. */
import type { ChangeKind } from './diff.ts';
import type { Level } from './fault.ts';

/** The default level of each kind (UX: `pmed help changes`). */
export const LEVELS: Readonly<Record<ChangeKind, Level>> = {
  removed: 'error',
  weakened: 'error',
  'polarity-flipped': 'error',
  'deadline-slipped': 'error',
  'deadline-dropped': 'error',
  'target-lowered': 'error',
  'target-dropped': 'error',
  'deadline-vaguer': 'warning',
  'target-changed': 'warning',
  'target-baseline-changed': 'warning',
  'actor-dropped': 'warning',
  'actor-changed': 'warning',
  'condition-added': 'warning',
  'scope-narrowed': 'warning',
  split: 'warning',
  merged: 'warning',
  added: 'note',
  strengthened: 'note',
  'deadline-advanced': 'note',
  'deadline-added': 'note',
  'deadline-sharper': 'note',
  'target-raised': 'note',
  'target-added': 'note',
  'actor-added': 'note',
  'condition-removed': 'note',
  'scope-widened': 'note',
  moved: 'note',
  reworded: 'note',
};

const RANK: Readonly<Record<Level, number>> = { error: 2, warning: 1, note: 0 };

/** Whether `level` is at least as bad as `least`. */
export function atLeast(level: Level, least: Level): boolean {
  return RANK[level] >= RANK[least];
}

/** The worst level of several kinds; `note` for none. */
export function levelOf(kinds: readonly ChangeKind[], levels: Readonly<Record<ChangeKind, Level>> = LEVELS): Level {
  let worst: Level = 'note';
  for (const kind of kinds) if (RANK[levels[kind]] > RANK[worst]) worst = levels[kind];
  return worst;
}
