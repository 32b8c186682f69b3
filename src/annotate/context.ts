/** Tags that only the neighbours of a word can give. */
import { Tag } from './tags.ts';
import type { RawToken } from './tokens.ts';

/** What a word that follows a modal cannot be if it is to be its verb. */
const NO_VERB =
  Tag.determiner |
  Tag.pronoun |
  Tag.preposition |
  Tag.conjunction |
  Tag.subordinator |
  Tag.modal |
  Tag.be |
  Tag.have |
  Tag.do |
  Tag.number |
  Tag.punctuation |
  Tag.ing |
  Tag.past |
  Tag.wh |
  Tag.capital;

/**
 * Lets any other word be a verb where the grammar asks for one: after a modal, with adverbs and negation between
 * ("the strategy will also back small firms").
 */
export function tagVerbsAfterModals(tokens: readonly RawToken[], from: number, to: number): void {
  for (let i = from; i < to - 1; i++) {
    if (!((tokens[i]?.tags ?? 0) & Tag.modal)) continue;
    let k = i + 1;
    while (k < to && (tokens[k]?.tags ?? 0) & (Tag.adverb | Tag.negation)) k++;
    const word = tokens[k];
    if (word && k < to && !(word.tags & NO_VERB)) word.tags |= Tag.base;
  }
}
