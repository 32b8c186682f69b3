/** The rules that are no matter of words alone, by their ids in the pack. */
import type { Judge } from './draft.ts';
import { conditional } from './rules/conditional.ts';
import { conflictingDates, conflictingTargets } from './rules/conflicts.ts';
import { deadlinePassed, unresolvedDate } from './rules/dates.ts';
import { noDeadline } from './rules/deadline.ts';
import { deadlineBeforePublication } from './rules/early.ts';
import { noMeasure, noMeasureBaseline } from './rules/measure.ts';
import { agentlessPassive, noOwner } from './rules/owner.ts';
import { vagueDeadline } from './rules/vague-deadline.ts';
import { weUndefined } from './rules/we.ts';

export const JUDGES: Readonly<Record<string, Judge>> = {
  'no-owner': noOwner,
  'agentless-passive': agentlessPassive,
  'we-undefined': weUndefined,
  'no-deadline': noDeadline,
  'vague-deadline': vagueDeadline,
  'unresolved-date': unresolvedDate,
  'deadline-passed': deadlinePassed,
  'no-measure': noMeasure,
  'no-measure-baseline': noMeasureBaseline,
  conditional,
  'conflicting-dates': conflictingDates,
  'conflicting-targets': conflictingTargets,
  'deadline-before-publication': deadlineBeforePublication,
};
