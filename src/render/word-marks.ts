/**
 * Which words of two quotes went and which came, in pieces that a reader can follow. The comparison has edits of its own
 * (`compare/edits.ts`), by stems, which say what a change is about; a reader wants to see that `plan` became `plans`.
 */
import { diffArrays } from 'diff';

/** A piece of a quote. The pieces of a side, one after the other, are the quote. */
export interface Mark {
  readonly text: string;
  readonly kind: 'same' | 'gone' | 'come';
}

/** The pieces of the old quote (`same` and `gone`) and of the new one (`same` and `come`); none is empty. */
export type WordMarks = readonly [old: readonly Mark[], now: readonly Mark[]];

/** A word where it stands in its quote, and what it is compared by. */
interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A place where the quotes differ: from one word up to another, on both sides; one of them may be empty. */
interface Edit {
  readonly old: readonly [from: number, to: number];
  readonly now: readonly [from: number, to: number];
}

/** Letters and digits, with the marks within a word or number and the currency before it; or a sign that stands alone. */
const WORD = /\p{Sc}?[\p{L}\p{M}\p{N}\u00ad]+(?:(?:['’ʼ]|[.,](?=\p{N}))[\p{L}\p{M}\p{N}\u00ad]+)*|[%‰°\p{Sc}\p{Sm}]/gu;

/** Quotes that differ in more words are said to have nothing in common; the time for them is bounded by it. */
const MOST_EDITS = 1_000;

/**
 * Marks the words that differ. Case, spaces, punctuation, quotes and dashes make no difference, so that marks show what was
 * said anew and not how it was set. Time grows with the length of the quotes times what differs (Myers 1986, "An O(ND)
 * difference algorithm"), which is bounded.
 */
export function wordMarks(before: string, after: string): WordMarks {
  const old = wordsIn(before);
  const now = wordsIn(after);
  const edits = joined(slid(editsBetween(old, now), old, now), old);
  return [
    pieces(
      before,
      old,
      edits.map(({ old: range }) => range),
      'gone',
    ),
    pieces(
      after,
      now,
      edits.map(({ now: range }) => range),
      'come',
    ),
  ];
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    key: word
      .toLowerCase()
      .replace(/['’ʼ]/g, "'")
      .replace(/[,\u00ad]/g, ''),
    start: index,
    end: index + word.length,
  }));
}

/** The edits that lead from one list of words to the other, in order; no two touch. */
function editsBetween(old: readonly Word[], now: readonly Word[]): Edit[] {
  const keys = (words: readonly Word[]): string[] => words.map(({ key }) => key);
  const steps = diffArrays(keys(old), keys(now), { maxEditLength: MOST_EDITS });
  if (steps === undefined) return [{ old: [0, old.length], now: [0, now.length] }];
  const edits: Edit[] = [];
  let at = { old: 0, now: 0 };
  let from = at;
  for (const { count, added, removed } of steps) {
    if (!added && !removed) {
      if (at !== from) edits.push({ old: [from.old, at.old], now: [from.now, at.now] });
      at = { old: at.old + count, now: at.now + count };
      from = at;
    } else {
      at = { old: at.old + (removed ? count : 0), now: at.now + (added ? count : 0) };
    }
  }
  if (at !== from) edits.push({ old: [from.old, at.old], now: [from.now, at.now] });
  return edits;
}

/**
 * Edits that only take out, or only put in, moved over equal words to where they touch the edit before them: of `in a
 * state of the union, the laws`, shortened to `the laws`, one stretch goes and not two with a `the` between them.
 */
function slid(edits: readonly Edit[], old: readonly Word[], now: readonly Word[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    const last = out.at(-1);
    const steps = last === undefined ? 0 : edit.old[0] - last.old[1];
    const canSlide =
      steps > 0 &&
      (edit.now[0] === edit.now[1] ? isTurned(old, edit.old, steps) : isTurned(now, edit.now, steps)) &&
      (edit.now[0] === edit.now[1] || edit.old[0] === edit.old[1]);
    if (last === undefined || !canSlide) out.push(edit);
    else {
      out[out.length - 1] = {
        old: [last.old[0], edit.old[1] - steps],
        now: [last.now[0], edit.now[1] - steps],
      };
    }
  }
  return out;
}

/** Whether the last words of a range are those before it, so that it may begin so many words earlier. */
function isTurned(words: readonly Word[], [from, to]: readonly [from: number, to: number], steps: number): boolean {
  for (let back = 1; back <= steps; back++) if (words[from - back]?.key !== words[to - back]?.key) return false;
  return true;
}

/** One short word between two places where something was put in the place of something else is no landmark. */
function joined(edits: readonly Edit[], words: readonly Word[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    const last = out.at(-1);
    const between = words[edit.old[0] - 1];
    const isClose = last !== undefined && edit.old[0] - last.old[1] === 1;
    if (isClose && isReplaced(last) && isReplaced(edit) && between !== undefined && isShort(between)) {
      out[out.length - 1] = { old: [last.old[0], edit.old[1]], now: [last.now[0], edit.now[1]] };
    } else out.push(edit);
  }
  return out;
}

const isReplaced = ({ old, now }: Edit): boolean => old[1] > old[0] && now[1] > now[0];

const isShort = ({ key }: Word): boolean => /^\p{L}{1,3}$/u.test(key);

/** The text cut before the first and after the last word of every range. */
function pieces(
  text: string,
  words: readonly Word[],
  ranges: readonly (readonly [from: number, to: number])[],
  kind: 'gone' | 'come',
): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    const start = words[from]?.start;
    const end = words[to - 1]?.end;
    if (to === from || start === undefined || end === undefined) continue;
    if (start > at) marks.push({ text: text.slice(at, start), kind: 'same' });
    marks.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) marks.push({ text: text.slice(at), kind: 'same' });
  return marks;
}
