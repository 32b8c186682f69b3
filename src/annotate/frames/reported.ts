/** Finds on whose words a clause hangs: "said that", "the promise that", "according to the council". */
import type { Chain, Frame, Token, TokenRange } from '../../model/annotated.ts';
import { possessorBefore } from '../possessors.ts';
import { type Before, minimal, phraseOf } from '../subjects.ts';
import { Tag } from '../tags.ts';

/** Tags of the closed classes: a word with one of them is no noun that a clause could hang on. */
export const NO_NOUN =
  Tag.determiner | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.be | Tag.have | Tag.do |
  Tag.negation | Tag.wh | Tag.adverb | Tag.pronoun | Tag.number | Tag.punctuation; // biome-ignore format: a list

/** Most chains between two clauses that hang on the same verb. */
const NEAR_CHAINS = 6;

/** The frame of the nearest reported clause among the last chains, or null. */
export function lastReported(chains: readonly Chain[]): Frame | null {
  for (let k = chains.length - 1; k >= Math.max(0, chains.length - NEAR_CHAINS); k--) {
    const frame = chains[k]?.frame;
    if (frame?.kind === 'reported') return frame;
  }
  return null;
}

/** A verb of an earlier chain, or an adjective or participle that hangs on one ("clear that", "is estimated that"). */
export function governorAt(tokens: readonly Token[], at: number, { chains, owner }: Before): Frame | null {
  const chain = chains[(owner[at] ?? 0) - 1];
  if (chain) return { kind: 'reported', by: at, holder: holderOf(tokens, chain) };
  const token = tokens[at];
  const last = chains.at(-1);
  // "is clear that": what follows "be" right before "that".
  if (token && last && last.main >= at - 2 && (tokens[last.main]?.tags ?? 0) & Tag.be && !(token.tags & NO_NOUN))
    return { kind: 'reported', by: at, holder: holderOf(tokens, last) };
  if (
    token &&
    token.tags & (Tag.ing | Tag.past | Tag.third | Tag.base) &&
    token.tags & (Tag.verbal | Tag.ing | Tag.past)
  )
    return { kind: 'reported', by: at, holder: null };
  return null;
}

/** "told the committee that she would": the verb whose object the noun is; or the noun itself ("the promise that"). */
export function byNoun(tokens: readonly Token[], noun: number, { chains }: Before): Frame {
  const last = chains.at(-1);
  const isObject =
    last !== undefined &&
    last.form === 'finite' &&
    noun >= last.to &&
    noun - last.to < 6 &&
    !hasPreposition(tokens, last.to, noun);
  if (isObject && last && takesPerson(tokens, last))
    return { kind: 'reported', by: last.main, holder: holderOf(tokens, last) };
  return { kind: 'reported', by: noun, holder: possessorBefore(tokens, noun) };
}

/** A verb in the past or present with a person or body before "that": every such verb may report. */
const takesPerson = (tokens: readonly Token[], chain: Chain): boolean => !((tokens[chain.main]?.tags ?? 0) & Tag.be);

function hasPreposition(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if ((tokens[k]?.tags ?? 0) & Tag.preposition) return true;
  return false;
}

/** The minimal subject of a chain: who says it. */
export const holderOf = (tokens: readonly Token[], chain: Chain): TokenRange | null =>
  chain.subject ? minimal(tokens, chain.subject) : null;

/** "According to the council, …": whose words the clause is; or null. */
export function accordingTo(tokens: readonly Token[], chain: Chain): Frame | null {
  const begin = chain.subject?.from ?? chain.from;
  for (let k = 0; k < begin - 2 && k < 3; k++) {
    if (tokens[k]?.lower !== 'according' || tokens[k + 1]?.lower !== 'to') continue;
    let end = k + 2;
    while (end < begin && tokens[end]?.text !== ',') end++;
    return { kind: 'reported', by: k, holder: minimal(tokens, phraseOf(tokens, k + 2, end)) };
  }
  return null;
}
