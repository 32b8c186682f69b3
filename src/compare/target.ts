/** Whether a target was raised, lowered, dropped, added, or changed in a way that words do not judge. */
import type { Commitment, Target } from '../model/report.ts';
import { stemOf, type Word, wordsOf } from '../words/words.ts';
import { betterOf } from './better.ts';
import type { Edit } from './edits.ts';
import { type Finding, says, type Versions } from './versions.ts';

const NUMBER_WORDS = new Map<string, number>(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
const FRACTIONS = new Map<string, number>([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['fifth', 1 / 5],
  ['tenth', 1 / 10],
]);
/** Words whose number is a name and not an amount. */
const ORDINAL_HEADS = new Set(
  'section sections annex appendix chapter page figure table box phase tier article goal stage type level part note covid no'.split(
    ' ',
  ),
);
const BASELINE = new Set(['level', 'levels', 'baseline', 'baselines', 'figure', 'figures']);

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
  const baseline = compareBaselines(before.targets, after.targets) ?? compareBaseline(versions);
  if (baseline) return [baseline];
  const olds = before.targets.filter((target) => isFresh(target, versions.newText, versions.edits, 'gone', explained));
  const news = after.targets.filter((target) => isFresh(target, versions.oldText, versions.edits, 'come', explained));
  const findings: Finding[] = [];
  const left = [...news];
  for (const old of olds) {
    const same = left.findIndex((now) => unitOf(now) === unitOf(old));
    const at = same >= 0 ? same : left.length > 0 ? 0 : -1;
    const now = at >= 0 ? left.splice(at, 1)[0] : undefined;
    const found = now ? compareValues(old, now, before, after, versions) : dropped(old, versions);
    if (found) findings.push(found);
  }
  for (const now of left) {
    const found = added(now, versions);
    if (found) findings.push(found);
  }
  return findings.length > 0 ? findings : compareNumbers(before, after, versions, explained);
}

/** "All homes", "every pupil": how many are covered, which `compareScope` judges. */
const isOfAll = ({ text, value }: Target): boolean => value === 100 && !wordsOf(text).some(isNumber);

/** A target that only this side has: not said on the other, one of its numbers among the words that changed. */
function isFresh(
  target: Target,
  otherText: string,
  edits: readonly Edit[],
  side: 'gone' | 'come',
  explained: ReadonlySet<string>,
): boolean {
  if (isOfAll(target) || says(otherText, target.text)) return false;
  const numbers = wordsOf(target.text).filter(isNumber);
  const changed = new Set(edits.flatMap((edit) => edit[side].map((word) => word.text)));
  const parts = numbers.length > 0 ? numbers : wordsOf(target.text);
  return parts.some((word) => changed.has(word.text) && !explained.has(word.stem));
}

function compareValues(
  old: Target,
  now: Target,
  before: Commitment,
  after: Commitment,
  versions: Versions,
): Finding | null {
  const because = [old.text, now.text];
  if (unitOf(old) !== unitOf(now) || old.value === null || now.value === null) {
    return { kind: 'target-changed', field: 'target', change: { before: old.text, after: now.text }, because };
  }
  if (old.value === now.value) {
    if (old.from === now.from) return null;
    const change = { before: old.from, after: now.from };
    return { kind: 'target-baseline-changed', field: 'baseline', change, because };
  }
  const one = betterOf(versions.oldWords, placeOf(old, versions.oldWords), before.action.verb, old.comparator);
  const two = betterOf(versions.newWords, placeOf(now, versions.newWords), after.action.verb, now.comparator);
  const better = one === two && before.polarity === 'positive' && after.polarity === 'positive' ? one : null;
  const kind = verdict(better, old.value, now.value);
  return { kind, field: 'target', change: { before: old.value, after: now.value }, because };
}

function verdict(better: 'more' | 'less' | null, old: number, now: number): Finding['kind'] {
  if (better === null) return 'target-changed';
  return now > old === (better === 'more') ? 'target-raised' : 'target-lowered';
}

/** Where among the words the target's goal stands: its last number (`from 18 to 12` gives 12), else its first word. */
function placeOf(target: Target, words: readonly Word[]): number {
  const own = wordsOf(target.text);
  const goal = own.filter(isNumber).at(-1) ?? own[0];
  const at = goal ? words.findIndex((word) => word.text === goal.text) : -1;
  return Math.max(at, 0);
}

function dropped(old: Target, { newText, edits }: Versions): Finding | null {
  if (says(newText, old.text)) return null;
  const other = counterpart(old, edits, 'gone', 'come');
  if (other !== null) {
    const change = { before: old.text, after: other };
    return { kind: 'target-changed', field: 'target', change, because: [old.text, other] };
  }
  return {
    kind: 'target-dropped',
    field: 'target',
    change: { before: old.value ?? old.text, after: null },
    because: [old.text],
  };
}

function added(now: Target, { oldText, edits }: Versions): Finding | null {
  if (says(oldText, now.text)) return null;
  const other = counterpart(now, edits, 'come', 'gone');
  if (other !== null) {
    const change = { before: other, after: now.text };
    return { kind: 'target-changed', field: 'target', change, because: [now.text, other] };
  }
  return {
    kind: 'target-added',
    field: 'target',
    change: { before: null, after: now.value ?? now.text },
    because: [now.text],
  };
}

/** The words with a number that stand in the very place of a target on the other side, as one text; null if none do. */
function counterpart(
  target: Target,
  edits: readonly Edit[],
  own: 'gone' | 'come',
  other: 'gone' | 'come',
): string | null {
  const numbers = new Set(
    wordsOf(target.text)
      .filter(isNumber)
      .map((word) => word.text),
  );
  const edit = edits.find((one) => one[own].some((word) => numbers.has(word.text)));
  const words = edit?.[other] ?? [];
  return words.some((word) => isNumber(word) && !isYear(word)) ? words.map((word) => word.text).join(' ') : null;
}

/** The same target against another year, where both name one. */
function compareBaselines(olds: readonly Target[], news: readonly Target[]): Finding | null {
  for (const old of olds) {
    const now = news.find(({ text }) => text === old.text);
    const [was, is] = [old.baseline?.value ?? null, now?.baseline?.value ?? null];
    if (was === null || is === null || was === is) continue;
    const change = { before: Number(was), after: Number(is) };
    return { kind: 'target-baseline-changed', field: 'baseline', change, because: [was, is] };
  }
  return null;
}

/** One year for another beside a word of comparison: `from 2005 levels` to `from 2015 levels`. */
function compareBaseline(versions: Versions): Finding | null {
  for (const edit of versions.edits) {
    const [old] = edit.gone;
    const [now] = edit.come;
    if (!old || !now || edit.gone.length !== 1 || edit.come.length !== 1) continue;
    if (!isYear(old) || !isYear(now)) continue;
    const around = versions.oldWords.slice(Math.max(0, edit.oldAt - 3), edit.oldAt + 3);
    if (!around.some((word) => BASELINE.has(word.text))) continue;
    const change = { before: Number(old.text), after: Number(now.text) };
    return { kind: 'target-baseline-changed', field: 'baseline', change, because: [old.text, now.text] };
  }
  return null;
}

/** A number of the sentence for another, where no target was read. */
function compareNumbers(
  before: Commitment,
  after: Commitment,
  versions: Versions,
  explained: ReadonlySet<string>,
): readonly Finding[] {
  for (const edit of versions.edits) {
    const olds = edit.gone.filter((word) => isNumber(word) && !isYear(word) && !explained.has(word.stem));
    const news = edit.come.filter((word) => isNumber(word) && !isYear(word) && !explained.has(word.stem));
    const [old] = olds;
    const [now] = news;
    if (olds.length + news.length === 1) {
      const lone = loneNumber(edit, old ?? null, now ?? null, versions);
      if (lone) return [lone];
    }
    if (!old || !now || olds.length !== 1 || news.length !== 1) continue;
    const [one, two] = [numberIn(old), numberIn(now)];
    if (one === null || two === null || one === two) continue;
    const place = versions.newWords.indexOf(now);
    const better = betterOf(versions.newWords, place, after.action.verb, null);
    const fair = edit.gone.length === 1 && edit.come.length === 1 && before.polarity === after.polarity;
    const kind = verdict(fair && after.polarity === 'positive' ? better : null, one, two);
    return [{ kind, field: 'target', change: { before: one, after: two }, because: [old.text, now.text] }];
  }
  return [];
}

/** A number in digits that only one side has, unless it counts chapters and the like. */
function loneNumber(edit: Edit, old: Word | null, now: Word | null, versions: Versions): Finding | null {
  const word = old ?? now;
  if (!word || !/^\d/.test(word.text)) return null;
  const words = old ? versions.oldWords : versions.newWords;
  const at = (old ? edit.oldAt + edit.gone.indexOf(word) : edit.newAt + edit.come.indexOf(word)) - 1;
  if (ORDINAL_HEADS.has(words[at]?.text ?? '')) return null;
  const value = numberIn(word) ?? word.text;
  return old
    ? { kind: 'target-dropped', field: 'target', change: { before: value, after: null }, because: [old.text] }
    : { kind: 'target-added', field: 'target', change: { before: null, after: value }, because: [word.text] };
}

function unitOf(target: Target): string {
  return target.unit === null ? '' : stemOf(target.unit.toLowerCase());
}

function isNumber(word: Word): boolean {
  return /^\d/.test(word.text) || NUMBER_WORDS.has(word.text) || FRACTIONS.has(word.text);
}

function isYear(word: Word): boolean {
  return /^(?:19|20)\d\d$/.test(word.text);
}

function numberIn({ text }: Word): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return NUMBER_WORDS.get(text) ?? FRACTIONS.get(text) ?? null;
}
