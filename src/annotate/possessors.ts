/** Finds whose a noun is: "our ambition", "the council's long commitment". */
import type { Token, TokenRange } from '../model/annotated.ts';
import { Tag } from './tags.ts';

/** Determiners that say whose something is. */
export const POSSESSIVES = new Set('our its their my his her your'.split(' '));

const OPEN_CLASS =
  Tag.determiner | Tag.pronoun | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.be | Tag.have |
  Tag.do | Tag.negation | Tag.adverb | Tag.wh | Tag.number | Tag.punctuation; // biome-ignore format: a list

/** Whether a noun with a possessor stands at `at`: "our ambition", "the council's long commitment". */
export function isPossessedNoun(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at];
  if (!noun || noun.tags & (OPEN_CLASS | Tag.ing)) return false;
  return possessorBefore(tokens, at) !== null;
}

/** The possessor of the noun at `at`, at most two words before it: "our", "the council's"; or null. */
export function possessorBefore(tokens: readonly Token[], at: number): TokenRange | null {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const token = tokens[k];
    if (!token) return null;
    if (POSSESSIVES.has(token.lower)) return [k, k + 1];
    if (token.lower === "'s" || (token.text === "'" && !token.spaced)) return [ownerStart(tokens, k), k];
    if (token.tags & OPEN_CLASS) return null;
  }
  return null;
}

/** Longest name of an owner, in words. */
const LONGEST_OWNER = 8;

/** Where the phrase before "'s" begins: its capitalised words with their article, or its noun with determiner. */
function ownerStart(tokens: readonly Token[], mark: number): number {
  let from = mark - 1;
  while (from > 0 && mark - from < LONGEST_OWNER) {
    const before = tokens[from - 1];
    if (!before) break;
    if (before.tags & Tag.determiner) return from - 1;
    if (before.tags & OPEN_CLASS && before.lower !== 'of' && before.lower !== 'and') break;
    if (!(before.tags & Tag.capital) && before.tags & OPEN_CLASS && !((tokens[from]?.tags ?? 0) & Tag.capital)) break;
    from--;
  }
  return from;
}
