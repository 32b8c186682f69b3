/** The bodies that a text names in full, so that "the Trust" can be told from the name before it. */
import { Tag } from '../../annotate/tags.ts';
import type { Sentence } from '../../model/annotated.ts';
import type { ProperNames } from './proper-name.ts';

/** A body named in full. */
interface Mention {
  readonly name: string;
  /** Position of its sentence in `Annotated.sentences`. */
  readonly sentence: number;
}

/** Finds the name last given in full. */
export interface Mentions {
  /** The body with this head noun ("trust") that was named last in the sentences up to `sentence`, or null. */
  readonly last: (head: string, sentence: number) => string | null;
}

/** @param heads nouns, in lower case, that name a kind of body */
export function findMentions(
  sentences: readonly Sentence[],
  heads: ReadonlySet<string>,
  grammar: ProperNames,
): Mentions {
  const byHead = new Map<string, Mention[]>();
  for (const sentence of sentences) {
    const { tokens, text } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || !(token.tags & Tag.capital) || !heads.has(token.lower)) continue;
      const from = grammar.start(tokens, i);
      const to = grammar.end(tokens, from, tokens.length);
      const after = tokens[i + 1]?.lower;
      const isHead = i === to - 1 || (i < to && (after === 'of' || after === 'for' || after === 'on'));
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (!isHead || to - from < 2 || !first || !last) continue;
      const name = text.slice(first.at, last.at + last.text.length);
      const known = byHead.get(token.lower);
      if (known) known.push({ name, sentence: sentence.index });
      else byHead.set(token.lower, [{ name, sentence: sentence.index }]);
      i = to - 1;
    }
  }
  return {
    last: (head, sentence) => {
      const mentions = byHead.get(head) ?? [];
      // The first mention after the sentence, by halving; the one before it is the last named.
      let [low, high] = [0, mentions.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((mentions[middle]?.sentence ?? 0) <= sentence) low = middle + 1;
        else high = middle;
      }
      return mentions[low - 1]?.name ?? null;
    },
  };
}
