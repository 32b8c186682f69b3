/** The rules that are no matter of words alone, by their ids in the pack. */
import type { Judge } from './draft.ts';
import { noDeadline } from './rules/deadline.ts';
import { noOwner } from './rules/owner.ts';

export const JUDGES: Readonly<Record<string, Judge>> = {
  'no-owner': noOwner,
  'no-deadline': noDeadline,
};
