/** Whether the rules that an entry names are those of a finding or change. */
import type { Acceptable } from '../model/accepted.ts';

/**
 * A change has several kinds, and is covered where all of them are named: whoever accepts another actor has not accepted
 * a weaker promise. Where none are named, all findings are covered, and no change.
 */
export function covers(rules: readonly string[] | null, { sort, names }: Pick<Acceptable, 'sort' | 'names'>): boolean {
  if (rules === null) return sort === 'finding';
  return names.length > 0 && names.every((name) => rules.includes(name));
}
