/** A commitment as its restatements know it: who, which action on which object, how much and by when. */
import type { Commitment } from '../../model/report.ts';
import { FUNCTION_WORDS, folded, stemOf, TIME_WORDS, wordsOf } from '../../words/words.ts';

export interface Pledge {
  /** Position among the commitments of the document. */
  readonly index: number;
  readonly commitment: Commitment;
  /** Stems of the words of its action that carry meaning, each once; of a table row those of all its cells. */
  readonly stems: readonly string[];
  /** The same of its whole sentence or item, numbers among them. */
  readonly around: ReadonlySet<string>;
  /** Those of the action that are names: written with a capital inside the action. */
  readonly names: ReadonlySet<string>;
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

/** @param publisher name of who speaks, layout levelled by `folded` */
export function pledgeOf(commitment: Commitment, index: number, publisher: string): Pledge {
  const { action, actor, targets, evidence } = commitment;
  const stems = new Set<string>();
  const numbers = new Set<string>();
  const said = evidence.quote.includes(' | ') ? evidence.quote : action.text;
  for (const { text, stem } of wordsOf(said)) {
    if (/^\d/.test(text)) numbers.add(text);
    else if (!isEmpty(text) && /\p{L}/u.test(text)) stems.add(stem);
  }
  const around = new Set<string>();
  for (const { text, stem } of wordsOf(evidence.quote)) if (!isEmpty(text) || /^\d/.test(text)) around.add(stem);
  for (const { value } of targets) if (value !== null) numbers.add(String(value));
  const names = new Set<string>();
  for (const [, word = ''] of said.matchAll(CAPITAL)) names.add(stemOf(word.toLowerCase()));
  const own = actor.text === null ? '' : actor.text.toLowerCase();
  const name = withoutArticle(actor.name ?? actor.text ?? '');
  return {
    index,
    commitment,
    stems: [...stems],
    around,
    names,
    numbers,
    isPointing: POINTING.test(action.text),
    verb: action.verb === null ? '' : stemOf(action.verb.toLowerCase()),
    actor: name,
    isOurs: OWN.test(own) || (name !== '' && name === publisher),
  };
}

/** A name with its layout levelled and without its article. */
export function withoutArticle(name: string): string {
  return folded(name.replace(/^the\s+/i, ''));
}

const isEmpty = (word: string): boolean => word.length < 2 || FUNCTION_WORDS.has(word) || TIME_WORDS.has(word);
