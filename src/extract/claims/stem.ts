/** What a list item takes over from the sentence that introduces it, and what is left of that sentence. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import { type Claim, YIELDING } from './claim.ts';
import type { ClauseWords } from './clause-words.ts';
import { claimsOf, type Matching, settle } from './match.ts';
import { joined } from './sequence.ts';
import { givesWay } from './trace.ts';

/** The claims that an item takes over from the sentence that introduces it. */
export function fromStem(stem: Sentence, sentence: Sentence, matching: Matching): Claim[] {
  if (listsConditions(stem)) return [];
  const sequence = joined(stem, sentence);
  const claims = settle(
    claimsOf(sequence, 'stem', matching).filter((claim) => claim.modal < sequence.borrowed),
    matching.rules,
    matching.trace,
  );
  const last = sequence.tokens[sequence.borrowed - 1];
  const first = sequence.tokens[sequence.borrowed];
  const commits = claims.some((claim) => claim.strength !== null);
  const goesOn = (claim: Claim): boolean => {
    if (claim.kind === 'question' || (commits && claim.kind === 'forecast')) return false;
    if (claim.verb >= sequence.borrowed) return true;
    if (last && matching.rules.words.leading.has(last.lower)) return true;
    // What a stem merely tells is told when it ends; what it undertakes or asks for goes on in its items.
    if (YIELDING.has(claim.kind)) return false;
    if (stem.tokens.some((token) => token.lower === 'following' || token.lower === 'below')) return true;
    // "the partnership will put in place:": nothing but function words after the verb, so that the item is its object.
    const between = sequence.tokens
      .slice(claim.verb + 1, sequence.borrowed)
      .filter((token) => !(token.tags & FUNCTION));
    return between.length <= 2 || isBare(first);
  };
  return claims.filter((claim) => {
    const goes = goesOn(claim);
    if (!goes) matching.trace?.refused(givesWay(claim, 'stem-ends'));
    return goes;
  });
}

/** Words that open the condition under which a stem holds, and how many of its last words are searched for one. */
const CONDITIONS = new Set(['if', 'unless', 'where', 'when', 'whenever', 'until', 'provided', 'whether']);
const CONDITION_REACH = 24;

/** Whether a stem ends in a condition that its items spell out: "may be withdrawn if one of these occurs:". */
function listsConditions({ tokens }: Sentence): boolean {
  for (let k = tokens.length - 1; k > 0 && k >= tokens.length - CONDITION_REACH; k--) {
    const token = tokens[k];
    // A comma or a verb of obligation after the condition shows that the main clause follows it.
    if (!token || token.text === ',' || token.tags & Tag.modal) return false;
    if (CONDITIONS.has(token.lower)) return true;
  }
  return false;
}

const FUNCTION = Tag.determiner | Tag.preposition | Tag.conjunction | Tag.adverb | Tag.punctuation | Tag.pronoun;

/** Whether a first word can open an item without a finite verb of its own: an imperative or a gerund. */
const isBare = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & (Tag.verbal | Tag.base)) === (Tag.verbal | Tag.base) || (token.tags & Tag.ing) !== 0);

/** A stem whose commitment lies in its list alone ("We will:", "We will take these steps:"): structure, not a claim. */
export function isOpenStem(claim: Claim, annotated: Annotated, words: ClauseWords): boolean {
  if (claim.source !== 'sentence') return false;
  const { sentence } = claim.sequence;
  const { tokens } = sentence;
  if (!OPEN.has(tokens.at(-1)?.text ?? '') || annotated.sentences[sentence.index + 1]?.kind !== 'item') return false;
  if (words.complete.has(tokens.at(-2)?.lower ?? '')) return false;
  // The words after the last verb before the colon: what is left when the list is deleted.
  let last = claim.verb;
  for (let k = claim.verb + 1; k < tokens.length; k++)
    if ((tokens[k]?.tags ?? 0) & (Tag.base | Tag.be | Tag.modal)) last = k;
  const rest = tokens
    .slice(last + 1)
    .filter((token) => !(token.tags & FUNCTION) && !words.placeholder.has(token.lower));
  return rest.length < 2;
}

/** Marks at the end of a stem. */
const OPEN = new Set([':', '–', '...']);
