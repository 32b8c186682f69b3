/** What a document is about: for every theme the passages that carry it, how many they are, and the words that say so. */
import type { Annotated, Sentence } from '../model/annotated.ts';
import type { Theme } from '../model/report.ts';
import { type ThemeHit, type ThemeSet, themeHits } from '../rules/themes.ts';
import { scorePassages } from './theme-scores.ts';
import { wilson } from './wilson.ts';

/** The themes of a document, and those of each of its passages. */
export interface DocumentThemes {
  /** By share of passages, then by id. */
  readonly themes: readonly Theme[];
  /** Ids of the themes that a sentence carries, best first, by position in `Annotated.sentences`. */
  readonly ofSentence: readonly (readonly string[])[];
}

type Evidence = Theme['evidence'][number];

/** Below this many words the order of themes says little. */
const ENOUGH_WORDS = 1000;

/**
 * Finds the themes of a document. A passage is a sentence, list item or table row; headings only lend their words to
 * what stands below them. Offsets are into the document's text.
 * @param sets the schemes to look for, each scored on its own
 */
export function findThemes(
  annotated: Annotated,
  sets: readonly ThemeSet[],
  options: { readonly documentId: string },
): DocumentThemes {
  const { document, sentences } = annotated;
  const passages = sentences.reduce((count, { kind }) => count + (kind === 'heading' ? 0 : 1), 0);
  const themes: Theme[] = [];
  const ofSentence: string[][] = sentences.map(() => []);
  for (const set of sets) {
    const hits = sentences.map((sentence) => themeHits(set, sentence));
    const found = set.themes.map(nothing);
    scorePassages(annotated, set, hits).forEach((scores, position) => {
      const sentence = sentences[position];
      if (!sentence) return;
      for (const { theme, score, from, source } of scores) {
        const its = found[theme];
        if (!its) continue;
        ofSentence[position]?.push(set.themes[theme]?.id ?? '');
        const { text: quote, start, end } = sentence;
        const named = sentences[source] ?? sentence;
        const terms = new Set<string>();
        for (const hit of hits[source] ?? []) if (hit.theme === theme) terms.add(wordsOf(named, hit));
        its.evidence.push({ quote, start, end, page: pageOf(annotated, sentence), score, from, terms: [...terms] });
        for (const hit of hits[position] ?? []) {
          if (hit.theme !== theme) continue;
          const term = wordsOf(sentence, hit);
          its.terms.set(term, (its.terms.get(term) ?? 0) + 1);
          its.hits++;
        }
      }
    });
    set.themes.forEach(({ id, label, facet }, theme) => {
      const its = found[theme];
      if (!its || its.evidence.length === 0) return;
      const count = its.evidence.length;
      themes.push({
        id,
        label,
        facet,
        documentId: options.documentId,
        passages: count,
        share: round(count / passages, 4),
        interval: wilson(count, passages),
        hits: its.hits,
        per1000Words: document.words > 0 ? round((1000 * its.hits) / document.words, 2) : 0,
        lowEvidence: document.words < ENOUGH_WORDS,
        terms: [...its.terms]
          .sort(([a, m], [b, n]) => n - m || compareText(a, b))
          .map(([term, times]) => ({ term, count: times })),
        evidence: its.evidence,
      });
    });
  }
  themes.sort((a, b) => b.share - a.share || compareText(a.id, b.id));
  return { themes, ofSentence };
}

/** What is known of a theme before the first passage. */
function nothing(): { evidence: Evidence[]; terms: Map<string, number>; hits: number } {
  return { evidence: [], terms: new Map(), hits: 0 };
}

const ACRONYM = /^[A-Z&]{2,5}$/;

/** The words of a hit as they stand in the sentence, in lower case but for acronyms. */
function wordsOf({ text, tokens }: Sentence, { first, last }: ThemeHit): string {
  const begin = tokens[first]?.at ?? 0;
  const tail = tokens[last];
  const words = text.slice(begin, tail ? tail.at + tail.text.length : begin);
  return ACRONYM.test(words) ? words : words.toLowerCase();
}

/** The physical page on which a sentence begins; null where the document has no pages. */
function pageOf({ document }: Annotated, { block, start }: Sentence): number | null {
  if (!document.paged) return null;
  const parts = document.blocks[block]?.parts ?? [];
  const part = parts.find((its) => start >= its.start && start < its.end) ?? parts[0];
  return part?.page ?? null;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Rounds to a number of decimals. */
function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
