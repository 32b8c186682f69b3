/** A sentence in its two versions, and the words by which they differ: what the comparison of every field looks at. */
import type { ChangeKind, FieldChange } from '../model/diff.ts';
import { folded, type Word, wordsOf } from '../words/words.ts';
import { type Edit, editsOf } from './edits.ts';
import { levelled } from './levelled.ts';
import type { Unit } from './units.ts';

/** One thing that changed: the kind, and the field's old and new value. */
export interface Finding {
  readonly kind: ChangeKind;
  readonly field: string;
  readonly change: FieldChange;
  /** The words on either side that the finding rests on, so that no other finding is made of them. */
  readonly because: readonly string[];
}

/** Two versions of a sentence. */
export interface Versions {
  readonly before: Unit;
  readonly after: Unit;
  /** The words of stem and quote, their numbers levelled. */
  readonly oldWords: readonly Word[];
  readonly newWords: readonly Word[];
  /** Heading, stem and quote without layout, to look words up in. */
  readonly oldText: string;
  readonly newText: string;
  readonly edits: readonly Edit[];
}

/** Puts two versions side by side. A stem that only one side has is left out: its sentence was read differently. */
export function versionsOf(before: Unit, after: Unit): Versions {
  const hasStems = before.stem !== '' && after.stem !== '';
  const oldWords = levelled(hasStems ? [...wordsOf(before.stem), ...before.words] : before.words);
  const newWords = levelled(hasStems ? [...wordsOf(after.stem), ...after.words] : after.words);
  const isSame = before.key === after.key && (!hasStems || before.stemKey === after.stemKey);
  return {
    before,
    after,
    oldWords,
    newWords,
    // Looked up in seldom: made when first asked for.
    get oldText() {
      return textOf(before);
    },
    get newText() {
      return textOf(after);
    },
    edits:
      isSame || isCut(before, after) || isJoined(before, after)
        ? []
        : editsOf(oldWords, newWords).filter((edit) => !isStray(edit)),
  };
}

const texts = new WeakMap<Unit, string>();

/** Heading, stem and quote of a sentence without layout, to look words up in. */
export function textOf(unit: Unit): string {
  const known = texts.get(unit);
  if (known !== undefined) return known;
  const text = `${folded(unit.section)} ${unit.stemKey} ${folded(unit.quote)}`;
  texts.set(unit, text);
  return text;
}

/**
 * Whether one side is the other cut short at a page or paragraph break: its beginning, without a full stop where the
 * whole has one. Such a side was read differently, not written differently.
 */
function isCut(before: Unit, after: Unit): boolean {
  const [short, long] = before.key.length < after.key.length ? [before, after] : [after, before];
  if (short.key === long.key || !long.key.startsWith(short.key)) return false;
  return /[.!?]["'”’)]?$/.test(long.quote.trim()) && !/[.!?;:,]["'”’)]?$/.test(short.quote.trim());
}

/** Whether one side is the other with a sentence or numbered heading before or after it that was not parted from it. */
function isJoined(before: Unit, after: Unit): boolean {
  const [short, long] = before.key.length < after.key.length ? [before, after] : [after, before];
  const at = long.quote.indexOf(short.quote);
  if (at < 0 || short.key === long.key || short.words.length < 4) return false;
  const head = long.quote.slice(0, at).trim();
  const tail = long.quote.slice(at + short.quote.length).trim();
  const isHead = head === '' || /[.!?:]["”’)]?$/.test(head) || /^\d{1,2}\.\d/.test(head);
  return isHead && (tail === '' || /[.!?]["”’)]?$/.test(short.quote));
}

/** Whether nothing but single letters went or came: scraps of a possessive, a bullet or a speck that was read as a letter. */
function isStray({ gone, come }: Edit): boolean {
  if (gone.length > 0 && come.length > 0) return false;
  return [...gone, ...come].every(({ text }) => /^\p{L}$/u.test(text));
}

/** The stems taken out and put in, over all edits. */
export function changedStems(edits: readonly Edit[]): { gone: ReadonlySet<string>; come: ReadonlySet<string> } {
  return {
    gone: new Set(edits.flatMap((edit) => edit.gone.map((word) => word.stem))),
    come: new Set(edits.flatMap((edit) => edit.come.map((word) => word.stem))),
  };
}

/** Whether the words stand in the text of a version, layout aside. */
export function says(text: string, words: string): boolean {
  const key = folded(words);
  return key !== '' && text.includes(key);
}
