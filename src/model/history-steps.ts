/** What the steps of a history are: which of their kinds are changes, which say nothing new. */
import { isQuiet } from './change-groups.ts';
import type { ChangeKind } from './diff.ts';
import type { HistoryKind } from './history.ts';

/** The kinds of change among those of a step. */
export const changeKinds = (kinds: readonly HistoryKind[]): ChangeKind[] =>
  kinds.flatMap((kind) => (kind === 'reinstated' ? [] : [kind]));

/** Whether a step says nothing new: only moved or reworded. */
export const isQuietStep = (kinds: readonly HistoryKind[]): boolean =>
  !kinds.includes('reinstated') && isQuiet(changeKinds(kinds));
