/** Whether a sentence stands in the other version, wherever the sentences of that begin and end. */
import type { Version } from '../model/version.ts';
import { folded, foldedKey, wordsOf } from '../words/words.ts';
import { type Indexed, indexed, stands } from './standing.ts';
import type { Unit } from './units.ts';

/** What two versions say of each other's sentences. */
export interface Said {
  /** Whether the words of an old sentence stand in the new version, side by side and in order. */
  readonly inNew: (old: Unit) => boolean;
  readonly inOld: (now: Unit) => boolean;
  /** Whether the stems under which two sentences stand are both there in both versions. */
  readonly stems: (old: Unit, now: Unit) => boolean;
}

/**
 * Readers of different formats cut one text into different sentences and take different numbers for those of pages, and
 * a report quotes only those sentences in which something was found. So a sentence without its like in the other report
 * may stand in that document word for word: as it was read, or as it was written.
 */
export function saidOf(before: Version, after: Version, olds: readonly Unit[], news: readonly Unit[]): Said {
  const [old, now] = [speaker(before, olds), speaker(after, news)];
  return {
    inNew: (unit) => now.says(unit.key) || now.says(old.written(unit)),
    inOld: (unit) => old.says(unit.key) || old.says(now.written(unit)),
    stems: (one, two) => [one, two].every(({ stemKey }) => old.says(stemKey) && now.says(stemKey)),
  };
}

/** One version, made ready to be asked. */
interface Speaker {
  readonly says: (key: string) => boolean;
  /** The key of a sentence with all that stands between its first and last letter. */
  readonly written: (unit: Unit) => string;
}

/** @param units what the report quotes: all there is to look in where the version has no wording */
function speaker({ wording }: Version, units: readonly Unit[]): Speaker {
  let read: Indexed | null = null;
  let written: Indexed | null = null;
  const texts = () => wording?.passages.map(({ text }) => wordsOf(text)) ?? units.map((unit) => unit.words);
  return {
    says: (key) => {
      read ??= indexed(texts().map(foldedKey), foldedKey(texts().flat()));
      if (stands(key, read)) return true;
      if (!wording) return false;
      written ??= indexed([], folded(wording.text));
      return stands(key, written);
    },
    written: ({ start, end, key }) => (wording ? folded(wording.text.slice(start, end)) : key),
  };
}
