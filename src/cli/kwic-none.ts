/** What is said where nothing was found: which words are not there, and which are near. */
import type { KwicQuery } from '../model/kwic.ts';
import { grouped } from '../render/numbers.ts';
import { nearWords } from '../words/near-words.ts';
import { quoted } from '../yaml/fault.ts';

/** Most different words that are remembered of all documents together. */
const MOST_WORDS = 200_000;
const NEAR = 3;
/** Words of a pattern that are spoken of. */
const TOLD = 4;

/** Adds the words of one document. */
export function addWords(all: Map<string, number>, words: ReadonlyMap<string, number>): void {
  for (const [word, count] of words) {
    const known = all.get(word);
    if (known !== undefined || all.size < MOST_WORDS) all.set(word, (known ?? 0) + count);
  }
}

/** A sentence about each word of the pattern that no document has; else how often they stand apart. */
export function saidOfNone({ pattern, words }: KwicQuery, counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0 || words.length === 0) return `nothing found for ${quoted(pattern)}`;
  const shown = (word: string): string => `${word} ${grouped(counts.get(word) ?? 0)}`;
  const missing = words.filter(({ word, forms }) => timesOf(word, forms, counts) === 0);
  if (missing.length === 0) {
    const times = words.slice(0, TOLD).map(({ word, forms }) => `${word} ${grouped(timesOf(word, forms, counts))}`);
    return `nothing found for ${quoted(pattern)}, though its words are there: ${times.join(', ')}`;
  }
  const told = missing.slice(0, TOLD).map(({ word }) => {
    const near = nearWords(word.replace(/\*$/, '').toLowerCase(), counts, NEAR);
    return near.length === 0 ? `no word is near '${word}'` : `near '${word}': ${near.map(shown).join(', ')}`;
  });
  return `nothing found for ${quoted(pattern)}; ${told.join('; ')}`;
}

/** How often a word of the pattern stands in the documents, in any of its forms. */
function timesOf(word: string, forms: readonly string[], counts: ReadonlyMap<string, number>): number {
  if (forms.length > 0) return forms.reduce((sum, form) => sum + (counts.get(form.toLowerCase()) ?? 0), 0);
  const stem = word.slice(0, -1);
  let times = 0;
  for (const [each, count] of counts) if (each.startsWith(stem)) times += count;
  return times;
}
