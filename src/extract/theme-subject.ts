/** What a document is about as a whole: its title's words and its commonest ones. */
import { looseWords } from '../annotate/tokens.ts';
import type { Sentence, Words } from '../model/annotated.ts';
import type { SchemeHits, ThemeHit } from '../rules/theme-hits.ts';
import { countPassages } from './passages.ts';

/** A term in more than this share of the passages is of the document's subject. */
const COMMON = 0.2;
/** With fewer passages a fifth is chance. */
const FEWEST = 20;

/**
 * Terms of the document's own subject, which it says everywhere: those of its title, and those in more than a fifth of
 * its passages. None for short texts. Linear in the hits.
 */
export function subjectTerms(
  sentences: readonly Sentence[],
  hits: SchemeHits,
  title: readonly ThemeHit[],
): ReadonlySet<number> {
  const passages = countPassages(sentences);
  if (passages < FEWEST) return new Set();
  /** By term: in how many passages it is, and the last of them. */
  const seen = new Map<number, { count: number; last: number }>();
  hits.forEach((its, position) => {
    if (sentences[position]?.kind === 'heading') return;
    for (const { term } of its) {
      const known = seen.get(term);
      if (known === undefined) seen.set(term, { count: 1, last: position });
      else if (known.last !== position) {
        known.count++;
        known.last = position;
      }
    }
  });
  const subject = new Set(title.map(({ term }) => term));
  for (const [term, { count }] of seen) if (count > COMMON * passages) subject.add(term);
  return subject;
}

/** The words of a document's title. */
export const titleWords = (title: string | null): Words => looseWords(title ?? '');
