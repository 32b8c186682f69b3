/** Whether a target was raised, lowered, dropped, added, or changed in a way that words do not judge. */
import type { Commitment, Target } from '../../model/report.ts';
import type { Edit } from '../edits.ts';
import { isNumber, isYear, levelledAmount, levelledWords } from '../levelled.ts';
import { type Finding, says, type Versions } from '../versions.ts';
import { compareBaseline } from './baseline.ts';
import { compareNumbers } from './numbers.ts';
import { compareValues, unitOf } from './values.ts';

/**
 * Compares the numbers of two versions. Only numbers whose words changed count; numbers of deadlines are left to
 * `compareDeadline`. A year beside "level" or "baseline" is a baseline. Where no target was read but a number of the
 * sentence changed, the number itself is compared.
 * @param explained stems that other findings rest on
 */
export function compareTargets(
  before: Commitment,
  after: Commitment,
  versions: Versions,
  explained: ReadonlySet<string>,
): readonly Finding[] {
  if (versions.edits.length === 0) return [];
  const baseline = compareBaseline(before.targets, after.targets, versions, explained);
  if (baseline) return [baseline];
  const olds = before.targets.filter((target) => isFresh(target, versions.newText, versions.edits, 'gone', explained));
  const news = after.targets.filter((target) => isFresh(target, versions.oldText, versions.edits, 'come', explained));
  const findings: Finding[] = [];
  const left = [...news];
  for (const old of olds) {
    const at = counterpartOf(old, left);
    const now = at >= 0 ? left.splice(at, 1)[0] : undefined;
    const found = now ? compareValues(old, now, before, after, versions) : dropped(old, after, versions);
    if (found) findings.push(found);
  }
  for (const now of left) {
    const found = added(now, before, versions);
    if (found) findings.push(found);
  }
  if (findings.length > 0) return findings;
  const polarity = before.polarity === after.polarity ? after.polarity : null;
  return compareNumbers(versions, explained, { verb: after.action.verb, polarity });
}

/** The target that says the same, else of the same thing, else of the same unit, else the first; -1 where none is left. */
function counterpartOf(old: Target, left: readonly Target[]): number {
  const isOfUnit = (now: Target) => unitOf(now) === unitOf(old);
  const tests = [
    (now: Target) => isEqual(old, now),
    (now: Target) => isOfUnit(now) && now.of !== null && now.of === old.of,
    isOfUnit,
    () => true,
  ];
  for (const test of tests) {
    const at = left.findIndex(test);
    if (at >= 0) return at;
  }
  return -1;
}

/** "All homes", "every pupil": how many are covered, which `compareScope` judges. */
const isOfAll = ({ text, value }: Target): boolean => value === 100 && !levelledWords(text).some(isNumber);

/** A target that only this side has: not said on the other, one of its numbers or its bound among the words that changed. */
function isFresh(
  target: Target,
  otherText: string,
  edits: readonly Edit[],
  side: 'gone' | 'come',
  explained: ReadonlySet<string>,
): boolean {
  if (isOfAll(target)) return false;
  const changed = new Set(edits.flatMap((edit) => edit[side].map((word) => word.text)));
  if (isRebound(target, edits, side)) return true;
  if (says(otherText, target.text)) return false;
  const own = levelledAmount(target.text);
  const marks = own.filter((word) => isNumber(word) || /^[£$€]$/.test(word.text));
  const parts = marks.length > 0 ? marks : own;
  return parts.some((word) => changed.has(word.text) && !explained.has(word.stem));
}

/** Words that make the number after them the least or the most: `at least 50` became `up to 50`. */
const BOUNDS: ReadonlySet<string> = new Set(['least', 'most', 'up', 'minimum', 'maximum']);

function isRebound(target: Target, edits: readonly Edit[], side: 'gone' | 'come'): boolean {
  if (target.comparator === '~') return false;
  return edits.some(({ gone, come }) => {
    const here = side === 'gone' ? gone : come;
    const there = side === 'gone' ? come : gone;
    return [...here, ...there].some((word) => BOUNDS.has(word.text)) && here.length <= 3 && there.length <= 3;
  });
}

function dropped(old: Target, after: Commitment, { newText, edits }: Versions): Finding | null {
  if (says(newText, old.text) || after.targets.some((now) => isEqual(old, now))) return null;
  const other = counterpart(old, edits, 'gone', 'come');
  if (other !== null) {
    const change = { before: old.text, after: other };
    return { kind: 'target-changed', field: 'target', change, because: [old.text, other] };
  }
  const change = { before: old.value ?? old.text, after: null, text: { before: old.text, after: null }, ...unit(old) };
  return { kind: 'target-dropped', field: 'target', change, because: [old.text] };
}

function added(now: Target, before: Commitment, { oldText, edits }: Versions): Finding | null {
  if (says(oldText, now.text) || before.targets.some((old) => isEqual(old, now))) return null;
  const other = counterpart(now, edits, 'come', 'gone');
  if (other !== null) {
    const change = { before: other, after: now.text };
    return { kind: 'target-changed', field: 'target', change, because: [now.text, other] };
  }
  const change = { before: null, after: now.value ?? now.text, text: { before: null, after: now.text }, ...unit(now) };
  return { kind: 'target-added', field: 'target', change, because: [now.text] };
}

function unit(target: Target): { unit?: string } {
  return target.unit === null ? {} : { unit: target.unit };
}

/** Whether two targets are one number of one thing in other words: `thirty days`, `30 days`. */
function isEqual(old: Target, now: Target): boolean {
  return old.value !== null && old.value === now.value && unitOf(old) === unitOf(now) && old.upper === now.upper;
}

/** The words with a number that stand in the very place of a target on the other side, as one text; null if none do. */
function counterpart(
  target: Target,
  edits: readonly Edit[],
  own: 'gone' | 'come',
  other: 'gone' | 'come',
): string | null {
  const numbers = new Set(
    levelledAmount(target.text)
      .filter(isNumber)
      .map((word) => word.text),
  );
  const edit = edits.find((one) => one[own].some((word) => numbers.has(word.text)));
  const words = edit?.[other] ?? [];
  return words.some((word) => isNumber(word) && !isYear(word)) ? words.map((word) => word.text).join(' ') : null;
}
