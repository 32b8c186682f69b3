/** Finds the noun phrases that amounts are of: up to a plural or a unit ("genetic counsellors", "MW"), or up to their end. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { QuantityRules } from './rules.ts';

/** Most words before the head of what is counted. */
const MOST_MODIFIERS = 5;
/** Longest noun phrase, its hyphens counted. */
const LONGEST = 14;

const ENDS =
  Tag.punctuation | Tag.preposition | Tag.modal | Tag.be | Tag.have | Tag.do | Tag.conjunction | Tag.subordinator |
  Tag.determiner | Tag.pronoun | Tag.wh | Tag.negation; // biome-ignore format: a list

/**
 * One past the head of the noun phrase that begins at `from`, if that head is a plural or a unit; else null. Of nouns
 * side by side the last plural is the head: "sports pitches".
 * @param rules heads that do not end in -s, and words that describe what is counted
 * @param isTime whether a token belongs to a time
 */
export function countedEnd(
  tokens: readonly Token[],
  from: number,
  { heads, words }: Pick<QuantityRules, 'heads' | 'words'>,
  isTime: (token: number) => boolean,
): number | null {
  let modifiers = 0;
  const end = Math.min(tokens.length, from + LONGEST);
  for (let k = from; k < end; k++) {
    const token = tokens[k];
    if (!token || isTime(k)) return null;
    if (token.text === '-' && !token.spaced && k > from) continue;
    if (has(token.tags, Tag.number) && k === from) return null;
    if (has(token.tags, ENDS) && !words.modifiers.has(token.lower)) return null;
    if (isHead(token, heads)) {
      const next = tokens[k + 1];
      return next && isHead(next, heads) && !isTime(k + 1) && !isVerbAfter(tokens, k + 1) ? k + 2 : k + 1;
    }
    if (++modifiers > MOST_MODIFIERS) return null;
  }
  return null;
}

function isHead(token: Token, heads: ReadonlyMap<string, string>): boolean {
  if (heads.has(token.lower)) return true;
  const { lower } = token;
  return (
    lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is|ous|ics)$/.test(lower) && !has(token.tags, Tag.adverb) ||
    /^(?:kgs|kms|buses|campuses|gps|gas|lbs|crises|viruses)$/.test(lower)
  ); // biome-ignore format: one condition a line
}

/** "The council trains guides": a third person has an object after it. */
const isVerbAfter = (tokens: readonly Token[], at: number): boolean =>
  has(tokens[at]?.tags ?? 0, Tag.third) && has(tokens[at + 1]?.tags ?? 0, Tag.determiner | Tag.number | Tag.pronoun);

const OPENS = Tag.determiner;
const STOPS =
  Tag.punctuation | Tag.preposition | Tag.modal | Tag.be | Tag.have | Tag.do | Tag.conjunction | Tag.subordinator |
  Tag.pronoun | Tag.wh | Tag.negation; // biome-ignore format: a list

/** Endings of adjectives that follow their noun as its complement more often than they stand before another. */
const AFTER_NOUN = /(?:ible|able|free)$/;

/**
 * One past the noun phrase that begins at `from`, with its determiner; a plural ends it, and so does any word that
 * cannot stand in it. Null where none begins.
 */
export function nounEnd(
  tokens: readonly Token[],
  from: number,
  rules: Pick<QuantityRules, 'heads' | 'words'>,
  isTime: (token: number) => boolean,
): number | null {
  let k = from;
  if (has(tokens[k]?.tags ?? 0, OPENS)) k++;
  const begin = k;
  const end = countedEnd(tokens, k, rules, isTime);
  if (end !== null) return end;
  while (k < tokens.length && k - begin <= MOST_MODIFIERS) {
    const token = tokens[k];
    if (!token || isTime(k) || (has(token.tags, STOPS | Tag.determiner) && token.text !== '-')) break;
    // "Of its estate | accessible", "of staff | trained".
    if (k > begin && (has(token.tags, Tag.adverb | Tag.past) || AFTER_NOUN.test(token.lower))) break;
    k++;
  }
  return k > begin ? k : null;
}
