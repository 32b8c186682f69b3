/** The language of a text, by its commonest words. */
import type { Block } from '../../model/document.ts';

/** Words that are common in one language and rare or absent in the others. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that is with for are by this be on from which will we our have was their has not been they it as at or an can should',
  fr: 'le la les des et du une est que pour dans qui sur par au aux avec sont ces cette nous pas plus ont été leur ses entre être',
  de: 'der die und das den von zu mit ist für auf des dem eine nicht auch sich werden wird sind als im bei durch wir nach oder dass einer',
  es: 'el los las del que para una con por se su como más este esta sus entre pero han son es al lo sobre también desde y ser',
  it: 'il di che della per una gli dei con le nel sono alla del è non delle dell anche più questo come da si al ai tra essere stato',
  pt: 'os das dos uma para com não por mais ao pela pelo são como seu sua nos na no em que também entre ser foi às até do da',
  nl: 'het een van en de dat voor met zijn niet aan ook worden wordt deze door bij naar wij hebben heeft als onze kan om uit over',
  sv: 'och att det som för med den på av är inte till har ett vi om kan ska från eller vara detta dessa samt också genom mellan',
  da: 'og at det som for med den på af er ikke til har et vi kan skal fra eller være denne disse samt også gennem mellem blive hvor',
  pl: 'i w na z do nie się jest że dla oraz przez od po jak są który które być tym ich będzie przy tego także lub może',
  cs: 'a v na se je že pro do z ve jsou o jako nebo by být které která při také mezi tak bude však podle jejich této této od',
  cy: 'y yr ac yn i o ar am mae ei eu bod gan sydd hyn wedi fel neu ein gyda bydd ni nid hefyd rhwng drwy cael hon at',
};
const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish',
  pl: 'Polish',
  cs: 'Czech',
  cy: 'Welsh',
};
const LANGUAGES = Object.keys(STOP_WORDS);
/** For each word, the languages that have it, as bits. */
const LANGUAGES_OF: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>();
  LANGUAGES.forEach((language, index) => {
    for (const word of (STOP_WORDS[language] ?? '').split(' ')) map.set(word, (map.get(word) ?? 0) | (1 << index));
  });
  return map;
})();
/** Longer words are none of them. */
const LONGEST_WORD = Math.max(...[...LANGUAGES_OF.keys()].map(({ length }) => length));
const LETTER = /\p{L}/u;
/** Fewer words than this tell nothing; more than this add nothing. */
const FEWEST = 20;
const MOST = 4000;
/** Blocks with fewer words are names and entries, which have hardly a common word in any language. */
const SHORTEST_BLOCK = 6;
/** Whole blocks in another language count from this share of the words and this many of them. */
const PART = 0.1;
const FEWEST_OF_PART = 100;
/** Share of common words that a paragraph has at least. */
const OF_PROSE = 0.22;

/** The same of a block in a text that is not all English. */
const OF_BLOCK = 0.15;
/** The language that the rules cover. */
const ENGLISH = 'en';

/** The language of a text. */
export interface Language {
  /** BCP 47 tag of the language that most of it is in; null where the text is too short or none stands out. */
  readonly main: string | null;
  /** Another language that whole blocks are in, and the share of the words that they hold; null where there is none. */
  readonly part: { readonly language: string; readonly share: number } | null;
}

/** The English name of a language that `guessLanguage` gives. */
export function languageName(language: string): string {
  return NAMES[language] ?? language;
}

/** What was counted in some blocks. */
interface Count {
  words: number;
  /** By language, the words that are common in it. */
  readonly hits: number[];
}

/**
 * Guesses the language of a text by its common words.
 * @param blocks the document's blocks without furniture; of a long document a sample from beginning to end is read
 * @returns tags of twelve languages
 */
export function guessLanguage(blocks: readonly Block[]): Language {
  const counts = blocksIn(blocks).map((block) => countIn(block));
  const prose = counts.filter(({ words }) => words >= SHORTEST_BLOCK);
  const whole = sum(prose);
  const main = whole.words >= FEWEST ? (languageOf(whole) ?? mainPart(prose)) : null;
  const all = main === null ? sum(counts) : whole;
  if (main === null) return { main: all.words >= FEWEST ? languageOf(all) : null, part: null };
  return { main, part: otherPart(prose, main, whole.words) };
}

/**
 * The language of each block that is in another than English; null for the others. A block too short to tell is in that of
 * the block before it.
 * @param language as guessed from the same blocks
 */
export function foreignLanguages(blocks: readonly Block[], { main, part }: Language): readonly (string | null)[] {
  if ((main === null || main === ENGLISH) && part === null) return blocks.map(() => null);
  let last = main;
  return blocks.map((block) => {
    const count = countIn(block);
    const own = count.words >= SHORTEST_BLOCK ? languageOf(count, OF_BLOCK) : null;
    last = own ?? last;
    return last === ENGLISH ? null : last;
  });
}

/** The blocks that are read: all, or every so manieth of a long document. */
function blocksIn(blocks: readonly Block[]): readonly Block[] {
  const running = blocks.filter(({ kind, role }) => kind !== 'furniture' && role !== 'contents');
  let length = 0;
  for (const { text } of running) length += Math.min(text.length, LONGEST_PART);
  const step = Math.max(1, Math.floor(length / (MOST * 6)));
  return running.filter((_, index) => index % step === 0);
}

/** Of one block this many characters are read. */
const LONGEST_PART = 1000;

function countIn(block: Block): Count {
  const hits = LANGUAGES.map(() => 0);
  let words = 0;
  const text = block.text.slice(0, LONGEST_PART).toLowerCase();
  for (let at = 0; at < text.length; ) {
    const from = at;
    for (let size = letterAt(text, at); size > 0; size = letterAt(text, at)) at += size;
    if (at === from) {
      at++;
      continue;
    }
    words++;
    const bits = at - from > LONGEST_WORD ? 0 : (LANGUAGES_OF.get(text.slice(from, at)) ?? 0);
    for (let index = 0; bits >> index !== 0; index++)
      if (((bits >> index) & 1) === 1) hits[index] = (hits[index] ?? 0) + 1;
  }
  return { words, hits };
}

/** How many UTF-16 units the letter at a place in a lower-case text has; 0 where none stands there. */
function letterAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x80) return code >= 0x61 && code <= 0x7a ? 1 : 0;
  const letter = String.fromCodePoint(code);
  return LETTER.test(letter) ? letter.length : 0;
}

function sum(counts: readonly Count[]): Count {
  const total: Count = { words: 0, hits: LANGUAGES.map(() => 0) };
  for (const { words, hits } of counts) {
    total.words += words;
    hits.forEach((count, index) => {
      total.hits[index] = (total.hits[index] ?? 0) + count;
    });
  }
  return total;
}

/**
 * The language whose common words are most of all, where there are enough of them and clearly more than of any other.
 * @param share the least share of all words that they must be
 */
function languageOf({ words, hits }: Count, share = 0.1): string | null {
  let best = 0;
  let second = -1;
  for (let index = 1; index < hits.length; index++) {
    if ((hits[index] ?? 0) > (hits[best] ?? 0)) {
      second = best;
      best = index;
    } else if (second < 0 || (hits[index] ?? 0) > (hits[second] ?? 0)) second = index;
  }
  const most = hits[best] ?? 0;
  const next = hits[second] ?? 0;
  return most >= words * share && most * 4 >= next * 5 ? (LANGUAGES[best] ?? null) : null;
}

/** Of a text in equal parts of several languages, the one that most words of its paragraphs are in; English before others. */
function mainPart(blocks: readonly Count[]): string | null {
  const parts = partsOf(blocks);
  const most = Math.max(0, ...parts.values());
  if (most < FEWEST_OF_PART) return null;
  if ((parts.get(ENGLISH) ?? 0) * 5 >= most * 4) return ENGLISH;
  return [...parts].find(([, words]) => words === most)?.[0] ?? null;
}

/** Words of the paragraphs in each language; of paragraphs that are clearly in one. */
function partsOf(blocks: readonly Count[]): Map<string, number> {
  const parts = new Map<string, number>();
  for (const block of blocks) {
    const language = block.words >= FEWEST ? languageOf(block, OF_PROSE) : null;
    if (language !== null) parts.set(language, (parts.get(language) ?? 0) + block.words);
  }
  return parts;
}

/** The language that most of the other blocks are in, where they are more than a quotation or two. */
function otherPart(blocks: readonly Count[], main: string, words: number): Language['part'] {
  const parts = [...partsOf(blocks)].filter(([language]) => language !== main);
  const [language, count] = parts.toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count >= FEWEST_OF_PART && count >= words * PART ? { language, share: count / words } : null;
}
