/** Which sentences of two versions have the same words. */
import type { Unit } from './units.ts';

/** Pairs units with the same words: those under the same stem and heading first, then ever less alike, in order. */
export function sameWords(before: readonly Unit[], after: readonly Unit[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const keys: readonly ((unit: Unit) => string)[] = [
    (unit) => `${unit.key}\n${unit.stemKey}\n${unit.sectionKey}`,
    (unit) => `${unit.key}\n${unit.sectionKey}`,
    (unit) => `${unit.key}\n${unit.stemKey}`,
    (unit) => unit.key,
  ];
  for (const keyOf of keys) {
    const free = new Map<string, number[]>();
    for (const unit of after) {
      if (taken.has(unit.index) || unit.key === '') continue;
      const key = keyOf(unit);
      const list = free.get(key);
      if (list) list.push(unit.index);
      else free.set(key, [unit.index]);
    }
    for (const list of free.values()) list.reverse();
    for (const unit of before) {
      if (found.has(unit.index)) continue;
      const right = free.get(keyOf(unit))?.pop();
      if (right === undefined) continue;
      found.set(unit.index, right);
      taken.add(right);
    }
  }
  return found;
}
