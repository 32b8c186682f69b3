/** How many commitments there are, how firm, and how many can be checked, in words. */
import { STRENGTH_LABELS } from '../../model/kinds.ts';
import type { Summary } from '../../model/report.ts';
import { grouped } from '../numbers.ts';

/** `2 binding, 16 firm`: the strengths that occur, the firmest first. */
export function strengthsOf({ byStrength }: Pick<Summary, 'byStrength'>): string {
  return [...STRENGTH_LABELS]
    .reverse()
    .filter((label) => byStrength[label] > 0)
    .map((label) => `${grouped(byStrength[label])} ${label}`)
    .join(', ');
}
