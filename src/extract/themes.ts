/** What a document is about: for every theme the passages that carry it, how many they are, and the words that say so. */
import type { Annotated, Sentence } from '../model/annotated.ts';
import type { DocumentRecord, Theme } from '../model/report.ts';
import { isTooShort, shareOf } from '../model/themes.ts';
import { wilson } from '../model/wilson.ts';
import { type ThemeHit, themeHits } from '../rules/theme-hits.ts';
import type { ThemeSchemes } from '../rules/themes.ts';
import { designEffect } from './design-effect.ts';
import { type Locator, locate } from './evidence.ts';
import { countPassages, passageNumbers } from './passages.ts';
import { type PartCounter, type ThemeParts, themeParts } from './theme-parts.ts';
import { scorePassages } from './theme-scores.ts';
import { titleWords } from './theme-subject.ts';
import type { ThemeTrace } from './theme-trace.ts';

/** The themes of a document, and those of each of its passages. */
export interface DocumentThemes {
  /** By share of passages, then by id. */
  readonly themes: readonly Theme[];
  /** Ids of the themes that a sentence carries, best first, by position in `Annotated.sentences`. */
  readonly ofSentence: readonly (readonly string[])[];
  /** How many passages each section or page has; null unless they were asked for. */
  readonly parts: DocumentRecord['parts'];
}

/** Of which document, and what the themes are counted in besides it. */
export interface ThemeOptions {
  readonly documentId: string;
  /** Says where a passage stands; made unless given. */
  readonly locator?: Locator;
  readonly by?: ThemeParts | null;
  /** Told how each theme came about, and which words do not count. */
  readonly trace?: ThemeTrace | undefined;
}

type Evidence = Theme['evidence'][number];

/**
 * Finds the themes of a document. A passage is a sentence, list item or table row; headings only lend their words to
 * what stands below them. Offsets are into the document's text.
 * @param schemes what to look for, each scheme scored on its own
 */
export function findThemes(annotated: Annotated, schemes: ThemeSchemes, options: ThemeOptions): DocumentThemes {
  const { document, sentences } = annotated;
  const passages = countPassages(sentences);
  const numbers = passageNumbers(sentences);
  const locator = options.locator ?? locate(annotated);
  const parts = themeParts(annotated, options.by ?? null);
  const themes: Theme[] = [];
  const ofSentence: string[][] = sentences.map(() => []);
  const { trace } = options;
  const ofSchemes = themeHits(schemes, sentences, trace?.lost);
  const title = themeHits(schemes, [titleWords(document.title)]);
  schemes.sets.forEach((set, scheme) => {
    const hits = ofSchemes[scheme] ?? [];
    const found = set.themes.map(() => nothing(parts.counter()));
    const words = { hits, title: title[scheme]?.[0] ?? [] };
    scorePassages(annotated, set, words, trace).forEach((scores, position) => {
      const sentence = sentences[position];
      if (!sentence || scores.length === 0) return;
      const place = locator.place(sentence);
      trace?.carried(set, position, scores);
      for (const { theme, score, from, source } of scores) {
        const its = found[theme];
        if (!its) continue;
        ofSentence[position]?.push(set.themes[theme]?.id ?? '');
        const said = wordsOf(sentence, hits[position] ?? [], theme);
        const named = source === position ? said : wordsOf(sentences[source] ?? sentence, hits[source] ?? [], theme);
        its.passages.push(numbers[position] ?? 0);
        // Field by field: engines make slow objects of a spread with more fields behind it.
        its.evidence.push({
          quote: place.quote,
          start: place.start,
          end: place.end,
          line: place.line,
          page: place.page,
          pageLabel: place.pageLabel,
          sectionId: place.sectionId,
          score,
          from,
          terms: [...new Set(named)],
        });
        for (const term of said) its.terms.set(term, (its.terms.get(term) ?? 0) + 1);
        its.hits += said.length;
        its.parts.add(position, said.length);
      }
    });
    set.themes.forEach(({ id, label, facet }, theme) => {
      const its = found[theme];
      if (!its || its.evidence.length === 0) return;
      const count = its.evidence.length;
      themes.push({
        id,
        scheme: set.scheme,
        label,
        facet,
        documentId: options.documentId,
        passages: count,
        share: shareOf(count, passages),
        interval: wilson(count, passages),
        designEffect: designEffect(its.passages, passages),
        hits: its.hits,
        // Of the words in passages that carry it: elsewhere they may mean something else.
        per1000Words: document.words > 0 ? round((1000 * its.hits) / document.words, 2) : 0,
        lowEvidence: isTooShort(document),
        terms: [...its.terms]
          .sort(([a, m], [b, n]) => n - m || compareText(a, b))
          .map(([term, times]) => ({ term, count: times })),
        evidence: its.evidence,
        parts: its.parts.list(),
        change: null,
      });
    });
  });
  themes.sort((a, b) => b.share - a.share || compareText(a.id, b.id));
  return { themes, ofSentence, parts: parts.totals() };
}

/** What is known of a theme before the first passage. */
function nothing(parts: PartCounter): Found {
  return { evidence: [], passages: [], terms: new Map(), hits: 0, parts };
}

interface Found {
  readonly evidence: Evidence[];
  /** Numbers of the passages that carry it, as `passageNumbers` counts them. */
  readonly passages: number[];
  readonly terms: Map<string, number>;
  hits: number;
  readonly parts: PartCounter;
}

const ACRONYM = /^[A-Z&]{2,5}$/;

/** The words of a theme as they stand in a sentence, in lower case but for acronyms. */
function wordsOf({ text, tokens }: Sentence, hits: readonly ThemeHit[], theme: number): string[] {
  const found: string[] = [];
  for (const hit of hits) {
    if (hit.theme !== theme) continue;
    const begin = tokens[hit.first]?.at ?? 0;
    const tail = tokens[hit.last];
    const words = text.slice(begin, tail ? tail.at + tail.text.length : begin);
    found.push(ACRONYM.test(words) ? words : words.toLowerCase());
  }
  return found;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Rounds to a number of decimals. */
function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
