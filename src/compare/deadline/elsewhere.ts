/** Dates of a sentence that no deadline was read from: overlooked ones, recurrences, and a bare `by … 2027`. */
import type { TimeRecord } from '../../model/report.ts';
import { folded, type Word } from '../../words/words.ts';
import { type Finding, says, type Versions } from '../versions.ts';
import { bare, type Dated, type Due, dueFinding, fromTime, type Times, timesIn } from './due.ts';
import { compareDues } from './dues.ts';
import { intervalOf } from './lengths.ts';

type Sides<T> = readonly [old: T, now: T];

/**
 * The date of the sentence that stands where the other version has its deadline: a day past, or a vague one such as "in
 * due course", which no deadline is read from; null where there is none or several.
 * @param own that deadline, which may be said with more words or fewer: `October 2024` became `2024`
 * @param otherText words of the other version, whose dates do not count
 */
export function standIn(record: Dated, times: Times, own: Due, otherText: string): Due | null {
  const words = folded(bare(own));
  const found = timesIn(record, times).filter(
    (time) =>
      folded(time.text) !== words &&
      (!says(otherText, time.text) || words.includes(folded(time.text))) &&
      (time.vagueness !== null ||
        (time.relation === 'within' && time.type === 'DURATION' && own.time?.relation === 'within') ||
        (time.resolved && time.type === 'DATE' && /^(?:deadline|point|period|start)$/.test(time.role))),
  );
  const [only] = found;
  return only && found.length === 1 ? fromTime(only) : null;
}

/** Compares the one date to come that only the old sentence has with the one that only the new sentence has. */
export function compareOthers(
  before: Dated,
  after: Dated,
  versions: Versions,
  times: Sides<Times>,
): readonly Finding[] {
  const own = (record: Dated, side: Times, otherText: string) =>
    timesIn(record, side).filter((time) => isToCome(time, side.today) && !says(otherText, time.text));
  const olds = own(before, times[0], versions.newText);
  const news = own(after, times[1], versions.oldText);
  const [old, now] = [olds[0], news[0]];
  if (!old || !now || olds.length > 1 || news.length > 1) return [];
  return compareDues(fromTime(old), fromTime(now));
}

/** Whether a date is one that something is due on or begins at, and not one that the text looks back to. */
function isToCome({ role, start, end }: TimeRecord, today: string): boolean {
  if (role === 'deadline' || role === 'start') return true;
  return role === 'point' && (end ?? start ?? '') >= today;
}

/**
 * Compares how often: `every year` to `every two years` is later each time. What is counted by times or within a day is
 * left to the targets, and so is the period of a rate (`900 homes a year`).
 * @param rates words of targets that say over what they are counted
 */
export function compareRecurrences(
  before: Dated,
  after: Dated,
  versions: Versions,
  times: Sides<Times>,
  rates: Sides<readonly string[]>,
): readonly Finding[] {
  const own = (record: Dated, side: Times, otherText: string, words: readonly string[]) =>
    timesIn(record, side).filter(
      (time) =>
        time.role === 'recurrence' && !says(otherText, time.text) && !words.some((text) => text.endsWith(time.text)),
    );
  const olds = own(before, times[0], versions.newText, rates[0]);
  const news = own(after, times[1], versions.oldText, rates[1]);
  const [old, now] = [olds[0], news[0]];
  if (olds.length > 1 || news.length > 1 || (!old && !now)) return [];
  if (old && now) {
    const [one, two] = [intervalOf(old), intervalOf(now)];
    if (one === null || two === null || one === two) return [];
    const days = Math.round(two - one);
    return [dueFinding(days > 0 ? 'deadline-slipped' : 'deadline-advanced', fromTime(old), fromTime(now), days)];
  }
  const only = old ?? now;
  // A word such as "annual" may come or go without the date: it must have been all of the words that changed.
  if (!only || !isEdited(only, versions, old ? 'gone' : 'come')) return [];
  return [
    dueFinding(old ? 'deadline-dropped' : 'deadline-added', old ? fromTime(old) : null, now ? fromTime(now) : null),
  ];
}

/** Whether the words of a recurrence were taken out or put in with nothing in their place. */
function isEdited({ text }: TimeRecord, { edits }: Versions, side: 'gone' | 'come'): boolean {
  const other = side === 'gone' ? 'come' : 'gone';
  const last = text.toLowerCase().split(/\s+/).at(-1) ?? '';
  return edits.some((edit) => edit[other].length === 0 && edit[side].some((word) => word.text === last));
}

const DUE_WORDS: ReadonlySet<string> = new Set(['by', 'before', 'until']);

/** A `by … 2027` that came or went as a whole, whatever day it names. */
export function compareWords({ edits, oldText, newText }: Versions): readonly Finding[] {
  const words = (list: readonly Word[], otherText: string) => {
    const isDue = DUE_WORDS.has(list[0]?.text ?? '') && list.some((word) => /^20\d\d$/.test(word.text));
    const text = list.map((word) => word.text).join(' ');
    return isDue && !says(otherText, text) ? text : null;
  };
  for (const { gone, come } of edits) {
    const [old, now] = [words(gone, newText), words(come, oldText)];
    if ((old === null) === (now === null)) continue;
    const kind = old === null ? 'deadline-added' : 'deadline-dropped';
    return [{ kind, field: 'deadline', change: { before: old, after: now }, because: [old ?? now ?? ''] }];
  }
  return [];
}
