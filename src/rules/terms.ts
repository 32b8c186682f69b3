/** Term lists: thousands of words and phrases looked up in one pass over the words of a sentence. */
import type { Words } from '../model/annotated.ts';
import type { Term, TermHit } from './term.ts';
import { type TermNode, termDictionary } from './term-dictionary.ts';
import { checkTerm } from './term-syntax.ts';
import { type PartSequence, wordReader } from './term-words.ts';

/** Compiled terms. Opaque: call `find`. */
export interface TermMatcher {
  /** Finds every term, the overlapping ones too, in order of `from`; the list is the caller's. Linear in the tokens. */
  readonly find: (words: Words) => TermHit[];
}

/** Past this many distinct words a matcher begins anew, so that memory does not grow with the number of texts. */
const MAX_WORDS = 100_000;

/**
 * Compiles terms. Finding costs the same however many terms there are: it follows a trie, in which only those are that
 * begin with a word met so far.
 * @throws RangeError when a term has no words, a stem that ends in a hyphen, or more than 64 combinations of alternatives
 */
export function compileTerms(terms: readonly Term[]): TermMatcher {
  for (const { pattern } of terms) checkTerm(pattern);
  let finder = termFinder(terms);
  return {
    find(words) {
      if (finder.size() >= MAX_WORDS) finder = termFinder(terms);
      return finder.find(words);
    },
  };
}

function termFinder(terms: readonly Term[]): TermMatcher & { readonly size: () => number } {
  const dictionary = termDictionary(terms);
  const { symbols, begins, nears } = dictionary;
  const { read, size } = wordReader(dictionary);

  function find(words: Words): TermHit[] {
    const sequence = read(words);
    const { length, numbers } = sequence;
    const hits: TermHit[] = [];
    for (let from = 0; from < length; from++) {
      const nodes = begins[numbers[from] ?? 0];
      if (nodes !== undefined && nodes.length > 0) for (const node of nodes) follow(node, from, from, sequence, hits);
    }
    return hits.some(({ id }) => id < 0) ? nears.join(hits) : hits;
  }

  /** Adds the terms from `from` that go through a node with the part at `at`, longer ones first. */
  function follow({ ids, next }: TermNode, from: number, at: number, sequence: PartSequence, hits: TermHit[]): void {
    const { length, numbers, owners } = sequence;
    if (next !== undefined && at + 1 < length)
      for (const symbol of symbols[numbers[at + 1] ?? 0] ?? []) {
        const node = next.get(symbol);
        if (node !== undefined) follow(node, from, at + 1, sequence, hits);
      }
    for (const id of ids) hits.push({ id, from, to: at + 1, first: owners[from] ?? 0, last: owners[at] ?? 0 });
  }

  return { find, size };
}
