/** A commitment as its restatements know it: who, which action on which object, how much and by when. */
import type { Commitment } from '../../model/report.ts';
import { FUNCTION_WORDS, folded, foldedKey, stemOf, TIME_WORDS, wordsOf } from '../../words/words.ts';

/** A sentence, item or row as quoted. */
export interface Quoted {
  /** Stems of its words that carry meaning, numbers among them. */
  readonly stems: ReadonlySet<string>;
  /** Equal for sentences that differ only in layout. */
  readonly key: string;
}

export interface Pledge {
  /** Position among the commitments of the document. */
  readonly index: number;
  readonly commitment: Commitment;
  /** Stems of the words of its action that carry meaning, each once; of a table row those of all its cells. */
  readonly stems: readonly string[];
  readonly sentence: Quoted;
  /** Those of the action that are names, looked for when they are asked for: written with a capital inside the action. */
  readonly names: () => ReadonlySet<string>;
  /** Numbers of the action and its targets, as digits. */
  readonly numbers: ReadonlySet<string>;
  /** Whether it points to what was said before it ("this policy", "similar outcomes"), and so means something else elsewhere. */
  readonly isPointing: boolean;
  /** Stem of the verb; empty where there is none. */
  readonly verb: string;
  /** Who is bound, layout and "the" levelled; empty where nobody is named. */
  readonly actor: string;
  /** Whether it is the publisher that is bound, or "we". */
  readonly isOurs: boolean;
}

const OWN = /^(?:we|us|our|ours)$/;
const CAPITAL = /\s["“(]?(\p{Lu}[\p{L}\p{N}'’-]*)/gu;

const POINTING = /\b(?:this|these|those|such|similar|same|it|them)\b/i;

/**
 * @param publisher name of who speaks, layout levelled by `folded`
 * @param sentence the words of its quote
 */
export function pledgeOf(commitment: Commitment, index: number, publisher: string, sentence: Quoted): Pledge {
  const { action, actor, targets, evidence } = commitment;
  const stems = new Set<string>();
  const numbers = new Set<string>();
  const said = evidence.quote.includes(' | ') ? evidence.quote : action.text;
  for (const { text, stem } of wordsOf(said.slice(0, LONGEST))) {
    if (/^\d/.test(text)) numbers.add(text);
    else if (!isEmpty(text) && /\p{L}/u.test(text)) stems.add(stem);
  }
  for (const { value } of targets) if (value !== null) numbers.add(String(value));
  let names: ReadonlySet<string> | null = null;
  const own = actor.text === null ? '' : actor.text.toLowerCase();
  const name = withoutArticle(actor.name ?? actor.text ?? '');
  return {
    index,
    commitment,
    stems: [...stems],
    sentence,
    names: () => {
      names ??= namesIn(said.slice(0, LONGEST));
      return names;
    },
    numbers,
    isPointing: POINTING.test(action.text),
    verb: action.verb === null ? '' : stemOf(action.verb.toLowerCase()),
    actor: name,
    isOurs: OWN.test(own) || (name !== '' && name === publisher),
  };
}

/** Stems of the words with a capital inside a text. */
function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, word = ''] of text.matchAll(CAPITAL)) names.add(stemOf(word.toLowerCase()));
  return names;
}

/** Of longer sentences the beginning says which they are. */
const LONGEST = 2000;

/** The words of a quote; those that many commitments share are cut into words once. */
export function quotes(): (quote: string) => Quoted {
  const known = new Map<string, Quoted>();
  return (quote) => {
    const told = known.get(quote);
    if (told !== undefined) return told;
    const words = wordsOf(quote.slice(0, LONGEST));
    const stems = new Set<string>();
    for (const { text, stem } of words) if (!isEmpty(text) || /^\d/.test(text)) stems.add(stem);
    const quoted = { stems, key: foldedKey(words) };
    known.set(quote, quoted);
    return quoted;
  };
}

/** A name with its layout levelled and without its article. */
export function withoutArticle(name: string): string {
  return folded(name.replace(/^the\s+/i, ''));
}

const isEmpty = (word: string): boolean => word.length < 2 || FUNCTION_WORDS.has(word) || TIME_WORDS.has(word);
