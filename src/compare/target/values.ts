/** Two targets of one thing: whether the number was raised or lowered, or changed in a way that words do not judge. */
import type { Commitment, Target } from '../../model/report.ts';
import { stemOf } from '../../words/words.ts';
import { isNumber, levelledAmount, levelledWords } from '../levelled.ts';
import type { Finding, Versions } from '../versions.ts';
import { MEASURES } from '../words/numbers.ts';
import { type Better, betterOf, multipleOf } from './better.ts';

/** Days of the periods that rates are counted over. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30.4375],
  ['quarter', 91.3125],
  ['year', 365.25],
]);

/** Compares a target with its counterpart; null where both say the same. */
export function compareValues(
  old: Target,
  now: Target,
  before: Commitment,
  after: Commitment,
  versions: Versions,
): Finding | null {
  const because = [old.text, now.text];
  const [one, two] = [scaled(old, now), scaled(now, old)];
  const text = { before: old.text, after: now.text };
  if (!one || !two) {
    return { kind: 'target-changed', field: 'target', change: { before: old.text, after: now.text }, because };
  }
  const isSame = one.low === two.low && one.high === two.high;
  if (isSame && old.from !== now.from && old.from !== null && now.from !== null) {
    const change = { before: old.from, after: now.from, text };
    return { kind: 'target-baseline-changed', field: 'baseline', change, because };
  }
  const better = sharedBetter(old, now, before, after, versions);
  const unit = now.unit ?? old.unit;
  const change = { before: old.value, after: now.value, text, ...(unit === null ? {} : { unit }) };
  if (isSame) {
    const kind = boundVerdict(old, now, better);
    return kind === null ? null : { kind, field: 'target', change, because };
  }
  return { kind: verdict(better, one, two), field: 'target', change, because };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The range of a target in terms that both share; null where they count different things. */
function scaled(own: Target, other: Target): Range | null {
  if (own.value === null || other.value === null) return null;
  const factor = unitFactor(own, other);
  const rate = rateFactor(own, other);
  if (factor === null || rate === null) return null;
  const [one, two] = [multipleOf(own), multipleOf(other)];
  const value = one !== null && (two === null || one !== two) ? one : own.value;
  const low = value * factor * rate;
  return { low, high: Math.max(low, (own.upper ?? value) * factor * rate) };
}

/** What a value is multiplied with so that both are of one unit. */
function unitFactor(own: Target, other: Target): number | null {
  const [mine, theirs] = [unitOf(own), unitOf(other)];
  if (mine === theirs) return 1;
  const [one, two] = [MEASURES.get(mine), MEASURES.get(theirs)];
  return one && two && one[0] === two[0] ? one[1] : null;
}

/** What a rate is multiplied with so that both are over one period; 1 where only one of them says over what. */
function rateFactor(own: Target, other: Target): number | null {
  if (own.per === null || other.per === null || own.per === other.per) return 1;
  const [one, two] = [periodOf(own.per), periodOf(other.per)];
  return one === null || two === null ? null : 1 / one;
}

function periodOf(per: string): number | null {
  for (const { text } of levelledWords(per)) {
    const days = PERIODS.get(text);
    if (days !== undefined) return days;
  }
  return null;
}

/** The unit as a stem; empty where there is none. */
export function unitOf(target: Target): string {
  return target.unit === null ? '' : stemOf(target.unit.toLowerCase());
}

/** Which way is better for both; null where the versions disagree or do not say. */
function sharedBetter(old: Target, now: Target, before: Commitment, after: Commitment, versions: Versions): Better {
  if (before.polarity !== after.polarity) return null;
  const one = betterFor(old, before, versions.oldWords);
  const two = betterFor(now, after, versions.newWords);
  return one === two ? one : null;
}

function betterFor(target: Target, commitment: Commitment, words: Versions['oldWords']): Better {
  const own = levelledAmount(target.text);
  // The goal of "from 18 to 12" is its last number, that of a range its first.
  const goal = target.from === null ? own.find(isNumber) : own.findLast(isNumber);
  const mark = goal ?? own[0];
  const at = mark ? words.findIndex((word) => word.text === mark.text) : -1;
  const length = mark ? own.length - own.indexOf(mark) : 1;
  const isNegative = commitment.polarity === 'negative';
  const isCell = commitment.evidence.quote.split('|').some((cell) => cell.trim() === target.text);
  return betterOf({ words, at: Math.max(at, 0), length, target, verb: commitment.action.verb, isNegative, isCell });
}

/** Raised where both ends went the better way, or one while the other stayed; changed where they went apart. */
function verdict(better: Better, old: Range, now: Range): Finding['kind'] {
  const ways = [Math.sign(now.low - old.low), Math.sign(now.high - old.high)];
  if (better === null || (ways.includes(1) && ways.includes(-1))) return 'target-changed';
  return ways.includes(1) === (better === 'more') ? 'target-raised' : 'target-lowered';
}

/** `at least 50` to `up to 50` and back; null where the bound says the same. */
function boundVerdict(old: Target, now: Target, better: Better): Finding['kind'] | null {
  if (old.comparator === '>=' && now.comparator === '<=') return 'target-lowered';
  if (old.comparator === '<=' && now.comparator === '>=') return 'target-raised';
  if (better !== 'more') return null;
  if (old.comparator === '=' && now.comparator === '<=') return 'target-lowered';
  return old.comparator === '<=' && now.comparator === '=' ? 'target-raised' : null;
}

/** The verdict on two bare numbers. */
export function verdictOn(better: Better, old: number, now: number): Finding['kind'] {
  return verdict(better, { low: old, high: old }, { low: now, high: now });
}
