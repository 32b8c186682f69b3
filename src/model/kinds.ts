/** The words that results are told apart by, without the schemas, so that whoever needs words alone loads no validator. */

/** Raised in its minor part whenever a key is added. */
export const SCHEMA_VERSION = '1.5';

export const COMMITMENT_KINDS = ['commitment', 'intention', 'aspiration'] as const;
export const STATEMENT_KINDS = [
  'obligation',
  'recommendation',
  'need',
  'forecast',
  'achievement',
  'activity',
  'denial',
  'question',
] as const;
export const STRENGTH_LABELS = ['wished', 'aimed', 'planned', 'firm', 'binding'] as const;

export const CHANGE_KINDS = [
  'added',
  'removed',
  'weakened',
  'strengthened',
  'deadline-slipped',
  'deadline-advanced',
  'deadline-dropped',
  'deadline-added',
  'deadline-vaguer',
  'deadline-sharper',
  'target-raised',
  'target-lowered',
  'target-dropped',
  'target-added',
  'target-changed',
  'target-baseline-changed',
  'actor-changed',
  'actor-dropped',
  'actor-added',
  'condition-added',
  'condition-removed',
  'scope-narrowed',
  'scope-widened',
  'polarity-flipped',
  'split',
  'merged',
  'moved',
  'reworded',
] as const;

/** What a person says of something that was found as a commitment. */
export const VERDICTS = ['keep', 'edit', 'not-a-commitment'] as const;

/** What became of a commitment over several versions. */
export const HISTORY_STATUSES = ['removed', 'reinstated', 'changed', 'merged', 'added', 'kept'] as const;
