/** Groups of change kinds as a reader thinks of them: removed, weaker, changed, stronger, added. */
import type { ChangeKind } from './diff.ts';

/** In the order of the screen. */
export const CHANGE_GROUPS = ['removed', 'weaker', 'changed', 'stronger', 'added', 'reworded'] as const;

export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

const GROUPS: Readonly<Record<ChangeKind, ChangeGroup>> = {
  removed: 'removed',
  added: 'added',
  weakened: 'weaker',
  'polarity-flipped': 'weaker',
  'deadline-slipped': 'weaker',
  'deadline-dropped': 'weaker',
  'deadline-vaguer': 'weaker',
  'target-lowered': 'weaker',
  'target-dropped': 'weaker',
  'condition-added': 'weaker',
  'scope-narrowed': 'weaker',
  'actor-dropped': 'weaker',
  'actor-changed': 'changed',
  'target-changed': 'changed',
  'target-baseline-changed': 'changed',
  split: 'changed',
  merged: 'changed',
  strengthened: 'stronger',
  'deadline-advanced': 'stronger',
  'deadline-added': 'stronger',
  'deadline-sharper': 'stronger',
  'target-raised': 'stronger',
  'target-added': 'stronger',
  'actor-added': 'stronger',
  'condition-removed': 'stronger',
  'scope-widened': 'stronger',
  moved: 'reworded',
  reworded: 'reworded',
};

/** The first group, in the order of the screen, that any of the kinds belongs to. */
export function groupOf(kinds: readonly ChangeKind[]): ChangeGroup {
  return CHANGE_GROUPS.find((group) => kinds.some((kind) => GROUPS[kind] === group)) ?? 'reworded';
}

/** Whether a change says nothing new: only moved or reworded. */
export function isQuiet(kinds: readonly ChangeKind[]): boolean {
  return groupOf(kinds) === 'reworded';
}
