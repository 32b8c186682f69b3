/** Who speaks in a document: its publisher, or whom the user or the text itself says "we" is. */

import { Tag } from '../../annotate/tags.ts';
import { WordFinder } from '../../annotate/word-finder.ts';
import type { Sentence, Token } from '../../model/annotated.ts';
import { abbreviates } from './abbreviations.ts';
import { isNameWord, type ProperNames, SMALL } from './proper-name.ts';

export interface Speaker {
  /** The full name; null where nobody says. */
  readonly name: string | null;
  /** Where the name comes from. */
  readonly by: 'publisher' | 'config' | 'coreference';
  /** The words of weight in the name, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Whether words, small ones left out, name the speaker: by initials, by the word it goes by, or by nothing but words of the name. */
  readonly isCalled: (words: readonly string[]) => boolean;
}

/** @param name the speaker's full name, or null; what stands in brackets in it is left out of its words */
export function speakerOf(name: string | null, by: Speaker['by']): Speaker {
  const bare = (name ?? '').replace(/\([^()]*\)/g, ' ').trim();
  const content = wordsOf(bare).map((word) => word.toLowerCase());
  const words = new Set(content);
  const short = shortNames(content);
  const initials = content.map((word) => word.charAt(0)).join('');
  return {
    name,
    by,
    words,
    isCalled: (called) => {
      const [only] = called;
      if (only === undefined || words.size === 0) return false;
      if (called.length === 1 && initials.length > 1 && only.toLowerCase() === initials) return true;
      // "ICB" of Northshire Integrated Care Board, "NCH" of Northshire Community Healthcare Trust.
      const isPart = only.length > 2 && only === only.toUpperCase() && !words.has(only.toLowerCase());
      if (
        called.length === 1 &&
        isPart &&
        (initials.endsWith(only.toLowerCase()) || initials.startsWith(only.toLowerCase()))
      )
        return true;
      if (called.length === 1 && short.has(only.toLowerCase()) && /^\p{Lu}/u.test(only)) return true;
      // Of NHS Wales, NHS is a part and no abbreviation.
      if (called.length === 1 && !words.has(only.toLowerCase()) && abbreviates(only, bare)) return true;
      return called.every((word) => words.has(word.toLowerCase())) && (called.length > 1 || words.size === 1);
    },
  };
}

/** The words of weight in a name. */
export const wordsOf = (name: string): string[] =>
  (name.match(/[\p{L}\p{N}']+/gu) ?? []).filter((word) => !SMALL.has(word.toLowerCase()));

/** What makes a name a party's or a company's, which is called by the words before it. */
const LEGAL_FORMS = new Set('party inc incorporated ltd limited llc plc gmbh'.split(' '));

/** The words of a party's or company's name that stand for it alone; none of other bodies, whose words name what they do. */
function shortNames(names: readonly string[]): ReadonlySet<string> {
  const form = names.findIndex((name) => LEGAL_FORMS.has(name));
  if (form <= 0) return new Set();
  const [first = ''] = names;
  // A party goes by the word before "Party" ("Scottish Harbour Party"), a company by the first of its name.
  const name = names[form] === 'party' ? (names[form - 1] ?? first) : first;
  return new Set([name, `${name}s`]);
}

/**
 * Whom a text names beside its "we" most often: "At the Tide Office, we …", "we at Norwell"; null where it does so nowhere. A
 * single word that is no abbreviation may be a place or a feast, and has to come twice.
 */
export function namedWe(sentences: readonly Sentence[], grammar: ProperNames): string | null {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const { tokens, text } = sentence;
    for (let i = WE.next(sentence); i >= 0; i = WE.next(sentence, i + 1)) {
      const [from, to] = besideWe(tokens, i, grammar) ?? [0, 0];
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (!first || !last) continue;
      const name = text.slice(first.at, last.at + last.text.length);
      const isSure = to - from > 1 || (first.tags & Tag.upper) !== 0;
      counts.set(name, (counts.get(name) ?? 0) + (isSure ? 2 : 1));
    }
  }
  let best: string | null = null;
  let most = 1;
  for (const [name, count] of counts) if (count > most) [best, most] = [name, count];
  return best;
}

const WE = new WordFinder(new Set(['we']));

/** The name in "At the Tide Office, we" or "we at the Tide Office", or null. */
function besideWe(tokens: readonly Token[], we: number, grammar: ProperNames): readonly [number, number] | null {
  if (tokens[we + 1]?.lower === 'at') {
    const from = tokens[we + 2]?.lower === 'the' ? we + 3 : we + 2;
    const to = grammar.end(tokens, from, tokens.length);
    return to > from ? [from, to] : null;
  }
  if (tokens[we - 1]?.text !== ',' || !isNameWord(tokens[we - 2])) return null;
  const from = grammar.start(tokens, we - 2);
  const lead = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  return lead?.lower === 'at' ? [from, we - 1] : null;
}
