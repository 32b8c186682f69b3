/** Says what each chain of verbs stands in: a main clause, or one that asks, conditions, describes or is reported. */
import type { Chain, Frame, Phrase, Token, TokenRange } from '../model/annotated.ts';
import type { Group } from './groups.ts';
import { POSSESSIVES, possessorBefore } from './groups.ts';
import { type Before, type FoundSubject, minimal, phraseOf, phraseStart } from './subjects.ts';
import { Tag } from './tags.ts';

/** A clause that asserts by itself. */
export const MAIN: Frame = { kind: 'main' };
const CONDITIONAL = new Set(['if', 'unless', 'provided', 'providing', 'lest']);
const INTERROGATIVE = new Set('how what whether why whom whose who'.split(' '));
const CIRCUMSTANCE = new Set(
  'as when where once until till as while whilst because since before after although though whereas wherever whenever'.split(
    ' ',
  ),
);
const NOUN_LIKE =
  Tag.determiner | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.be | Tag.have | Tag.do |
  Tag.negation | Tag.wh | Tag.adverb | Tag.pronoun | Tag.number | Tag.punctuation; // biome-ignore format: a list

/** Token ranges between quotation marks; what is opened and never closed runs to the end. */
export function quotedRanges(tokens: readonly Token[]): TokenRange[] {
  const ranges: TokenRange[] = [];
  let open = -1;
  for (let k = 0; k < tokens.length; k++) {
    if (tokens[k]?.text !== '"') continue;
    if (open < 0) open = k;
    else {
      ranges.push([open + 1, k]);
      open = -1;
    }
  }
  if (open >= 0) ranges.push([open + 1, tokens.length]);
  return ranges;
}

/**
 * The frame of a group with its subject found, given the chains before it.
 * @param next the group after it
 */
export function frameOf(
  tokens: readonly Token[],
  group: Group,
  next: Group | undefined,
  found: FoundSubject,
  before: Before,
): Frame {
  if (group.form === 'nominal') return MAIN;
  if (group.form === 'infinitive') return { kind: 'purpose', opener: infinitiveOpener(tokens, group) };
  if (group.inverted) return inverted(tokens, group);
  if (found.relative >= 0)
    return { kind: 'relative', antecedent: found.phrase ? [found.phrase.from, found.relative] : null };
  const shared = before.chains[found.sharesWith];
  if (shared) return shared.frame;
  const start = found.phrase?.from ?? group.from;
  return (
    openedFrame(tokens, start, before, group) ?? unmarked(tokens, start, group, next, found.phrase, before) ?? MAIN
  );
}

/** "in order to", "so as to", or the bare "to". */
function infinitiveOpener(tokens: readonly Token[], group: Group): number {
  let to = group.from - 1;
  while (to > 0 && tokens[to]?.lower !== 'to') to--;
  const order = tokens[to - 1]?.lower;
  return (order === 'order' && tokens[to - 2]?.lower === 'in') || (order === 'as' && tokens[to - 2]?.lower === 'so')
    ? to - 2
    : to;
}

/** An auxiliary before its subject asks, or ("should you wish") sets a condition. */
function inverted(tokens: readonly Token[], group: Group): Frame {
  const first = tokens[group.from]?.lower;
  const asks = tokens.at(-1)?.text === '?' || ((tokens[group.from - 1]?.tags ?? 0) & Tag.wh) !== 0;
  if (!asks && (first === 'should' || first === 'had' || first === 'were'))
    return { kind: 'conditional', opener: group.from };
  return asks ? { kind: 'interrogative', opener: group.from } : MAIN;
}

/**
 * The frame that the word before a clause opens, or null.
 * @param start where its subject begins, or its verb where it has none; @param group its verbs, if known
 */
export function openedFrame(tokens: readonly Token[], start: number, before: Before, group?: Group): Frame | null {
  let k = start - 1;
  const subject = tokens[start];
  // "what will happen", "who will pay": the question word is the subject itself.
  if (subject && group && start < group.from && (subject.lower === 'what' || subject.lower === 'who'))
    return { kind: 'interrogative', opener: start };
  // "if, by 2030, the board": an insertion after the opener.
  if (tokens[k]?.text === ',') {
    const open = commaBefore(tokens, k);
    if (open > 0 && isOpener(tokens[open - 1])) k = open - 1;
  }
  while (k >= 0 && (tokens[k]?.tags ?? 0) & Tag.adverb && !isOpener(tokens[k])) k--;
  const opener = tokens[k];
  if (!opener) return null;
  const { lower } = opener;
  const previous = tokens[k - 1]?.lower ?? '';
  if (CONDITIONAL.has(lower)) return { kind: 'conditional', opener: k };
  // "That is why we will …" gives a reason and asserts; "they ask why we will" asks.
  if (lower === 'why' && (previous === 'is' || previous === "'s" || previous === 'was')) return null;
  if (INTERROGATIVE.has(lower)) return { kind: 'interrogative', opener: k };
  if (lower === 'than') return { kind: 'comparison', opener: k };
  if (lower === 'so' && k > 0) return { kind: 'purpose', opener: k };
  if (CIRCUMSTANCE.has(lower)) return { kind: 'circumstance', opener: k };
  if (lower === 'which' || lower === 'whom' || lower === 'that') return afterThat(tokens, k, group, before);
  return null;
}

const isOpener = (token: Token | undefined): boolean =>
  token !== undefined &&
  (CONDITIONAL.has(token.lower) ||
    INTERROGATIVE.has(token.lower) ||
    CIRCUMSTANCE.has(token.lower) ||
    token.lower === 'that' ||
    token.lower === 'than' ||
    token.lower === 'so');

function commaBefore(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k > 0 && k > close - 14; k--) if (tokens[k]?.text === ',') return k;
  return -1;
}

/** "says that we will", "the plan that we will publish", "the promise that we will act", "so that we will". */
function afterThat(tokens: readonly Token[], that: number, group: Group | undefined, before: Before): Frame | null {
  let k = that - 1;
  while (k >= 0 && (((tokens[k]?.tags ?? 0) & Tag.adverb) !== 0 || tokens[k]?.text === '*')) k--;
  const word = tokens[k];
  if (!word) return null;
  if (tokens[that]?.lower === 'that') {
    // "… that disease will spread and that care will change": what the first "that" hangs on.
    if (word.tags & Tag.conjunction && word.lower !== 'so') return lastReported(before.chains);
    if (word.lower === 'so' || word.lower === 'order') return { kind: 'purpose', opener: k };
    if (word.lower === 'provided' || word.lower === 'providing') return { kind: 'conditional', opener: k };
    const governor = governorAt(tokens, k, before);
    if (governor) return governor;
  }
  if (tokens[that]?.lower === 'which' && !isGap(tokens, group)) return { kind: 'interrogative', opener: that };
  const from = phraseStart(tokens, k, before);
  const antecedent: TokenRange | null = from <= k ? [from, that] : null;
  return tokens[that]?.lower !== 'that' || isGap(tokens, group)
    ? { kind: 'relative', antecedent }
    : byNoun(tokens, k, before);
}

/** Most chains between two clauses that hang on the same verb. */
const NEAR_CHAINS = 6;

function lastReported(chains: readonly Chain[]): Frame | null {
  for (let k = chains.length - 1; k >= Math.max(0, chains.length - NEAR_CHAINS); k--) {
    const frame = chains[k]?.frame;
    if (frame?.kind === 'reported') return frame;
  }
  return null;
}

/** A verb of an earlier chain, or an adjective or participle that hangs on one ("clear that", "is estimated that"). */
function governorAt(tokens: readonly Token[], at: number, { chains, owner }: Before): Frame | null {
  const chain = chains[(owner[at] ?? 0) - 1];
  if (chain) return { kind: 'reported', by: at, holder: holderOf(tokens, chain) };
  const token = tokens[at];
  const last = chains.at(-1);
  // "is clear that": what follows "be" right before "that".
  if (token && last && last.main >= at - 2 && (tokens[last.main]?.tags ?? 0) & Tag.be && !(token.tags & NOUN_LIKE))
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
function byNoun(tokens: readonly Token[], noun: number, { chains }: Before): Frame {
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
const holderOf = (tokens: readonly Token[], chain: Chain): TokenRange | null =>
  chain.subject ? minimal(tokens, chain.subject) : null;

const OBJECT = Tag.determiner | Tag.pronoun | Tag.number | Tag.capital;

/** Whether a clause lacks its object, as the relative clause of an object does: "that we will publish | in May". */
function isGap(tokens: readonly Token[], group: Group | undefined): boolean {
  if (!group) return false;
  const next = tokens[group.to];
  if (group.voice === 'passive') return false;
  if (!next) return true;
  if (next.tags & OBJECT) return false;
  return (
    (next.tags &
      (Tag.preposition |
        Tag.conjunction |
        Tag.subordinator |
        Tag.punctuation |
        Tag.adverb |
        Tag.modal |
        Tag.be |
        Tag.have)) !==
    0
  );
}

/** A clause right after a verb or a noun without a word between: "said it would", "the plan we will publish". */
function unmarked(
  tokens: readonly Token[],
  start: number,
  group: Group,
  next: Group | undefined,
  subject: Phrase | null,
  before: Before,
): Frame | null {
  if (!subject || start === 0) return null;
  const word = tokens[start - 1];
  if (!word || word.clause !== tokens[start]?.clause) return null;
  const last = before.chains.at(-1);
  if (last && last.main === start - 1 && last.form !== 'nominal')
    return { kind: 'reported', by: last.main, holder: holderOf(tokens, last) };
  if (word.tags & NOUN_LIKE) return null;
  const opening = tokens[subject.from];
  const isPronoun = subject.to - subject.from === 1 && ((opening?.tags ?? 0) & Tag.pronoun) !== 0;
  if (!isPronoun && !POSSESSIVES.has(opening?.text ?? '')) return null;
  // "The plan we will publish sets out …": what the noun at the start is the subject of must follow.
  const isWithin = last
    ? last.clause === word.clause
    : next?.form === 'finite' && tokens[next.from]?.clause === word.clause;
  if (isWithin && isGap(tokens, group)) {
    const from = phraseStart(tokens, start - 1, before);
    return { kind: 'relative', antecedent: from < start ? [from, start] : null };
  }
  return last && isWithin ? byNoun(tokens, start - 1, before) : null;
}

/** Farthest from its quotation marks that a verb of saying stands, in words. */
const NEAR_QUOTE = 8;

/**
 * Who speaks the quoted words: the subject of the chain right before the quotation marks, or right after them.
 * @param first position of the first chain between the marks
 */
export function quotedFrame(
  tokens: readonly Token[],
  [from, to]: TokenRange,
  chains: readonly Chain[],
  first: number,
): Frame {
  let after = first;
  while (after < chains.length && (chains[after]?.from ?? 0) < to) after++;
  const [before, behind] = [chains[first - 1], chains[after]];
  const speaking =
    before && before.form === 'finite' && from - before.main <= NEAR_QUOTE
      ? before
      : behind && behind.form === 'finite' && behind.from - to <= NEAR_QUOTE
        ? behind
        : null;
  return { kind: 'quoted', by: speaking?.main ?? -1, holder: speaking ? holderOf(tokens, speaking) : null };
}

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
