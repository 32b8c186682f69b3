/** What each kind of change means, in the words that help and reports of changes use. */
import type { ChangeKind } from './diff.ts';

/** A phrase a kind, without a full stop; it says what the new version does compared with the old one. */
export const CHANGE_MEANINGS: Readonly<Record<ChangeKind, string>> = {
  removed: 'the commitment is gone',
  weakened: 'promised with less force ("will" became "aim to"), or no longer promised',
  'polarity-flipped': 'what was promised is ruled out, or the other way round',
  'deadline-slipped': 'due later than before',
  'deadline-dropped': 'no longer says when',
  'target-lowered': 'less of what should rise, or more of what should fall',
  'target-dropped': 'no longer says how much',
  'deadline-vaguer': 'due within a longer span ("June 2028" became "2028")',
  'target-changed': 'another figure, and the words do not say which is better',
  'target-baseline-changed': 'measured from another year or figure',
  'actor-dropped': 'no longer says who',
  'actor-changed': 'somebody else is to do it',
  'condition-added': 'depends on something ("subject to funding")',
  'scope-narrowed': 'holds for fewer people, places or cases',
  split: 'one sentence became several',
  merged: 'several sentences became one',
  added: 'a commitment that the old version does not have',
  strengthened: 'promised with more force',
  'deadline-advanced': 'due earlier than before',
  'deadline-added': 'says when',
  'deadline-sharper': 'due within a shorter span ("2028" became "June 2028")',
  'target-raised': 'more of what should rise, or less of what should fall',
  'target-added': 'says how much',
  'actor-added': 'says who',
  'condition-removed': 'no longer depends on something',
  'scope-widened': 'holds for more people, places or cases',
  moved: 'stands elsewhere in the text',
  reworded: 'other words for the same',
};
