/** The bodies that a text names in full, so that "the Trust" can be told from the name before it. */
import { Tag } from '../../annotate/tags.ts';
import type { Sentence } from '../../model/annotated.ts';
import { headOf } from './names.ts';
import type { ProperNames } from './proper-name.ts';

/** A body named in full. */
interface Mention {
  readonly name: string;
  /** Position of its sentence in `Annotated.sentences`. */
  readonly sentence: number;
}

/** How many sentences on a body named once is still the one meant, whichever the text is about. */
const NEAR = 8;

/** Finds the name last given in full. */
export interface Mentions {
  /**
   * The body with this head noun ("trust") that was named last right before `sentence`; else, if any was named before, the one
   * that the whole text names most; or null.
   */
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
      const [first, last] = [tokens[from], tokens[to - 1]];
      // A name that ends before the head was met before.
      if (to - from < 2 || to <= i || !first || !last) continue;
      const name = text.slice(first.at, last.at + last.text.length);
      // "Terms of Service" names no service.
      if (headOf(name) !== token.lower) continue;
      const known = byHead.get(token.lower);
      if (known) known.push({ name, sentence: sentence.index });
      else byHead.set(token.lower, [{ name, sentence: sentence.index }]);
      i = to - 1;
    }
  }
  const most = new Map<string, string | null>();
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
      const last = mentions[low - 1];
      if (last && sentence - last.sentence <= NEAR) return last.name;
      if (low === 0) return null;
      const known = most.get(head) ?? mostNamed(mentions);
      most.set(head, known);
      return known;
    },
  };
}

/** The name that occurs most; of equals the first. */
function mostNamed(mentions: readonly Mention[]): string | null {
  const counts = new Map<string, number>();
  for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  return best;
}
