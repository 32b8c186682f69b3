/** Whether a sentence stands in the other version, wherever the sentences of that begin and end. */
import type { Version } from '../model/version.ts';
import { folded } from '../words/words.ts';
import { type Indexed, indexed, stands } from './standing.ts';
import type { Unit } from './units.ts';

/** A sentence by its words and place. */
export type Quoted = Pick<Unit, 'quote' | 'start' | 'end'>;

/** What two versions say of each other's sentences. */
export interface Said {
  /** Whether the words of an old sentence stand in the new version, side by side and in order. */
  readonly inNew: (old: Quoted) => boolean;
  readonly inOld: (now: Quoted) => boolean;
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
    inNew: (one) => now.says(one.quote) || now.says(old.written(one)),
    inOld: (one) => old.says(one.quote) || old.says(now.written(one)),
    stems: (one, two) => [one, two].every(({ stem }) => stem !== '' && old.says(stem) && now.says(stem)),
  };
}

/** One version, made ready to be asked. */
interface Speaker {
  readonly says: (words: string) => boolean;
  /** A sentence with all that stands between its first and last letter. */
  readonly written: (one: Quoted) => string;
}

/** @param units what the report quotes: all there is to look in where the version has no wording */
function speaker({ wording }: Version, units: readonly Unit[]): Speaker {
  let read: Indexed | null = null;
  let written: Indexed | null = null;
  return {
    says: (words) => {
      if (read === null) {
        const wholes = withoutFurniture(wording?.passages.map(({ text }) => text) ?? units.map(({ quote }) => quote));
        const keys = wholes.map(lettersOf);
        read = indexed(keys, keys.join(''));
        const all = wording ? lettersOf(withoutFurniture(wording.text.split('\n')).join('\n')) : read.text;
        written = all === read.text ? null : indexed([], all);
      }
      const isThere = (key: string) =>
        (read !== null && stands(key, read)) || (written !== null && stands(key, written));
      const key = lettersOf(words);
      if (isThere(key)) return true;
      // A mark or number before an item is read in one format and written by the other.
      const bare = folded(words);
      return bare !== key && isThere(bare);
    },
    written: ({ quote, start, end }) => wording?.text.slice(start, end) ?? quote,
  };
}

/** Lines that come back so often with other numbers are running heads and feet, and part sentences. */
const OFTEN = 8;
const LONGEST = 80;

function withoutFurniture(texts: readonly string[]): readonly string[] {
  const form = (text: string) => (text.length <= LONGEST && /\d/.test(text) ? text.trim().replace(/\d+/g, '#') : '');
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = form(text);
    if (own !== '' && own !== '#') counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return texts.filter((text) => (counts.get(form(text)) ?? 0) < OFTEN);
}

const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/** The letters and digits of a text, in lower case: what layout, hyphenation and punctuation leave alone. */
export const lettersOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NO_LETTERS, '');
