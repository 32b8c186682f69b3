/** Finds the noun phrase that a verb group has as its subject. */
import type { Chain, Phrase, Token, TokenRange } from '../model/annotated.ts';
import { POSSESSIVES } from './possessors.ts';
import { Tag } from './tags.ts';

/** What stands before a verb group as its subject. */
export interface FoundSubject {
  readonly phrase: Phrase | null;
  /** Position of the relative pronoun where the subject is its antecedent, or -1. */
  readonly relative: number;
  /** Position among the chains before of the one whose subject it shares, or -1. */
  readonly sharesWith: number;
}

/** The chains before a position, and which token belongs to which. */
export interface Before {
  readonly chains: readonly Chain[];
  /** For each token the position of its chain plus one, or 0. */
  readonly owner: Uint32Array;
}

const NOTHING: FoundSubject = { phrase: null, relative: -1, sharesWith: -1 };
const POINTING = new Set('we i us it this that these those they he she there which who one what you'.split(' '));
const RELATIVE = new Set(['which', 'that', 'who']);
const CO_ORDINATORS = new Set(['and', 'or', 'but', 'then']);
/** Longest phrase that is a subject, and longest insertion between commas after one, in words. */
const LONGEST = 60;
const LONGEST_INSERTION = 25;

/** The subject of the verb group that begins at `verb`. Looks back a bounded number of words. */
export function subjectBefore(tokens: readonly Token[], verb: number, before: Before): FoundSubject {
  let i = verb - 1;
  while (i >= 0 && isAdverbial(tokens[i])) i--;
  const joint = tokens[i];
  // "… and will publish": the subject of the chain before.
  if (joint && i > 0 && CO_ORDINATORS.has(joint.lower)) {
    const sharesWith = sharer(tokens, verb, before);
    if (sharesWith >= 0) return { phrase: before.chains[sharesWith]?.subject ?? null, relative: -1, sharesWith };
  }
  // ", established in section 10," and "(the Board)" between subject and verb.
  if (tokens[i]?.text === ',') {
    const open = openingComma(tokens, i);
    i = open > 0 ? open - 1 : i - 1;
  } else if (tokens[i]?.text === ')') {
    const least = Math.max(0, i - LONGEST);
    while (i > least && tokens[i]?.text !== '(') i--;
    i--;
  }
  const last = tokens[i];
  if (!last) return NOTHING;
  if (RELATIVE.has(last.lower) && i > 0) {
    const end = tokens[i - 1]?.text === ',' ? i - 1 : i;
    const from = phraseStart(tokens, end - 1, before);
    if (from < end) return { phrase: phraseOf(tokens, from, end), relative: i, sharesWith: -1 };
    return NOTHING;
  }
  if (POINTING.has(last.lower) && !isBelowPreposition(tokens, i))
    return { phrase: { from: i, to: i + 1, head: i }, relative: -1, sharesWith: -1 };
  const from = phraseStart(tokens, i, before);
  return from > i ? NOTHING : { phrase: phraseOf(tokens, from, i + 1), relative: -1, sharesWith: -1 };
}

/** "Cases that are linked to us will …": a pronoun that ends the phrase which is the subject. */
const isBelowPreposition = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    at > 1 &&
    OBJECTS.has(tokens[at]?.lower ?? '') &&
    (before.tags & Tag.preposition) !== 0 &&
    !(before.tags & (Tag.subordinator | Tag.conjunction))
  );
};

const OBJECTS = new Set('us it this these those'.split(' '));

const isAdverbial = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & (Tag.adverb | Tag.negation)) !== 0 ||
    token.lower === 'all' ||
    token.lower === 'both' ||
    token.lower === 'each') &&
  !(token.tags & Tag.conjunction) &&
  !NOBODY.has(token.lower);

const NOBODY = new Set(['nobody', 'nothing', 'none', 'neither']);

const NEAR_CHAINS = 12;
const TENSES = Tag.base | Tag.third | Tag.past;

/**
 * The chain that a group without a subject of its own goes on from: the nearest that begins alike, with the same modal
 * ("We will … which sets out … and will") or in the same form of the verb ("offers … that include … and manages"), else
 * the nearest that is finite and no clause about its own object.
 */
function sharer(tokens: readonly Token[], verb: number, { chains }: Before): number {
  let nearest = -1;
  let within = -1;
  const first = tokens[verb];
  if (!first) return -1;
  for (let k = chains.length - 1; k >= Math.max(0, chains.length - NEAR_CHAINS); k--) {
    const chain = chains[k];
    if (!chain || (chain.form !== 'finite' && chain.form !== 'imperative')) continue;
    const other = tokens[chain.verbs[0] ?? -1];
    const isOver = lacksObject(chain) && other?.lower !== first.lower;
    if (!isOver && beginAlike(first, other)) return k;
    if (isOver) within = Math.max(within, k);
    else if (nearest < 0) nearest = k;
  }
  return nearest < 0 ? within : nearest;
}

/** Whether a clause describes its own object, so that it is over where the sentence goes on: "the harm our boats do and". */
const lacksObject = ({ frame, subject }: Chain): boolean =>
  frame.kind === 'relative' && frame.antecedent !== null && subject !== null && subject.from >= frame.antecedent[1];

/** Whether two chains begin with the same auxiliary or with the same form of a verb. */
function beginAlike(one: Token, other: Token | undefined): boolean {
  if (!other) return false;
  const auxiliary = Tag.modal | Tag.be | Tag.have | Tag.do;
  if ((one.tags | other.tags) & auxiliary) return (one.tags & other.tags & auxiliary) !== 0;
  return (one.tags & other.tags & TENSES) !== 0;
}

/** The comma that opens the insertion closed by the comma at `close`, or -1. */
function openingComma(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k > 0 && k > close - LONGEST_INSERTION; k--) if (tokens[k]?.text === ',') return k;
  return -1;
}

const INSIDE = new Set(['(', ')', '-', "'", '"', '&', '/']);

/** Where the noun phrase (with its prepositional, participial and relative modifiers) that ends at `end` begins. */
export function phraseStart(tokens: readonly Token[], end: number, { chains, owner }: Before): number {
  let from = end + 1;
  const least = Math.max(0, end - LONGEST);
  for (let k = end; k >= least; k--) {
    const token = tokens[k];
    if (!token) break;
    // A new clause began after this token: the phrase starts there.
    if (k < end && token.clause !== tokens[k + 1]?.clause) break;
    const chain = chains[(owner[k] ?? 0) - 1];
    if (chain) {
      if (chain.form === 'infinitive' || chain.form === 'nominal') {
        from = k = chain.from;
        continue;
      }
      // A relative clause inside the phrase: "the plan that is published".
      const opener = openerOf(chain);
      if (opener < 0) break;
      from = k = opener;
      continue;
    }
    if (INSIDE.has(token.text)) {
      from = k;
      continue;
    }
    if (token.text === ',') {
      // A comma stays inside only in a series: "providers, commissioners and regulators".
      if (!isSeries(tokens, k, end)) break;
      from = k;
      continue;
    }
    if (token.tags & Tag.punctuation) break;
    if (token.tags & (Tag.subordinator | Tag.wh) && !(token.tags & (Tag.preposition | Tag.conjunction))) break;
    from = k;
    // "the harm | our boats do": nothing but the phrase before ends right before a possessive.
    if (POSSESSIVES.has(token.text) && !owner[k - 1] && isNoun(tokens[k - 1])) break;
  }
  const skipped = Tag.conjunction | Tag.punctuation | Tag.adverb;
  while (from <= end && (tokens[from]?.tags ?? 0) & skipped && !((tokens[from]?.tags ?? 0) & Tag.determiner)) from++;
  return from;
}

const NO_NOUN =
  Tag.determiner | Tag.pronoun | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.be | Tag.have |
  Tag.do | Tag.negation | Tag.adverb | Tag.wh | Tag.number | Tag.punctuation; // biome-ignore format: a list

/** Whether a word can end a noun phrase by what is known of it, a form of a verb set aside. */
const isNoun = (token: Token | undefined): boolean =>
  token !== undefined && !(token.tags & (NO_NOUN | Tag.past | Tag.ing | Tag.capital)) && token.text !== '-';

/** Where a restrictive relative clause begins, at its pronoun or, without one, at its subject; or -1 for other chains. */
function openerOf(chain: Chain): number {
  if (chain.frame.kind !== 'relative' || !chain.frame.antecedent) return -1;
  return chain.frame.antecedent[1];
}

function isSeries(tokens: readonly Token[], comma: number, end: number): boolean {
  if ((tokens[comma + 1]?.tags ?? 0) & (Tag.determiner | Tag.pronoun)) return false;
  for (let k = comma + 1; k <= Math.min(end, comma + 8); k++) {
    const token = tokens[k];
    if (token?.lower === 'and' || token?.lower === 'or') return true;
    if (token?.text === ',') return true;
    if (!token || token.tags & (Tag.preposition | Tag.pronoun)) return false;
  }
  return false;
}

/** The phrase `begin`…`end` without the adverbial that opens it ("In 2026 | the council"), and its head. */
export function phraseOf(tokens: readonly Token[], begin: number, end: number): Phrase {
  let from = begin;
  if ((tokens[begin]?.tags ?? 0) & Tag.preposition)
    for (let k = begin + 1; k < end - 1; k++) {
      const isPhrase = (tokens[k]?.tags ?? 0) & Tag.determiner && !((tokens[k - 1]?.tags ?? 0) & Tag.preposition);
      if (isPhrase) from = k;
    }
  return { from, to: end, head: headOf(tokens, from, end) };
}

/** The head of a noun phrase: its last word before the first preposition, relative word, comma or bracket. */
export function headOf(tokens: readonly Token[], from: number, end: number): number {
  let head = from;
  for (let k = from; k < end; k++) {
    const token = tokens[k];
    if (!token || (k > from && endsHead(tokens, k))) break;
    if (!(token.tags & (Tag.punctuation | Tag.conjunction))) head = k;
  }
  return head;
}

/** Whether what modifies a noun from behind begins at `at`: "of the trust", "which meets", "published in May". */
function endsHead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || (token.tags & (Tag.preposition | Tag.wh)) !== 0 || token.text === ',' || token.text === '(')
    return true;
  if (token.lower === 'to' || token.lower === 'that') return true;
  if (!(token.tags & (Tag.past | Tag.ing)) || token.tags & Tag.base) return false;
  const next = tokens[at + 1];
  return next !== undefined && (next.tags & (Tag.preposition | Tag.determiner)) !== 0;
}

/** A phrase without what comes after its head and its closest words: "the board" of "the board of the trust". */
export function minimal(tokens: readonly Token[], phrase: Phrase): TokenRange {
  for (let k = phrase.from + 1; k < phrase.to; k++) {
    if (endsHead(tokens, k)) return [phrase.from, k];
  }
  return [phrase.from, phrase.to];
}
