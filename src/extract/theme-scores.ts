/** How likely a passage speaks of a theme, from its own words and from what stands around it. */
import { numbered, tokenise } from '../annotate/tokens.ts';
import type { Annotated } from '../model/annotated.ts';
import { type ThemeHit, type ThemeSet, themeHits } from '../rules/themes.ts';

/** A theme that a passage carries. */
export interface ThemeScore {
  /** Position in `ThemeSet.themes`. */
  readonly theme: number;
  /** Probability that a reader would say so, 0 to 1, two decimals. */
  readonly score: number;
}

const POINTS = { strong: 3, medium: 2, weak: 1 } as const;

/**
 * What each sign adds to the log-odds that a passage speaks of a theme. Fitted by logistic regression on labelled
 * excerpts of policy documents, the same for all themes; every sign but the densities lies between 0 and 1.
 */
const WEIGHTS = {
  base: -4.0,
  /** Points of its strong and medium terms, levelling off. */
  own: 1.85,
  /** The points reach those of a strong term. */
  ample: 1.1,
  /** Points of its strong and medium terms, to its length. */
  density: 1.4,
  /** Points of its weak terms, to its length. */
  weak: 2.9,
  /** The sentences before and after, the nearer the more. */
  around: 3.1,
  /** The other sentences of its paragraph. */
  paragraph: 1.6,
  /** The other sentences of its section. */
  section: 2.6,
  /** The heading it stands under. */
  heading: 1.8,
  title: 0.85,
  /** All of the document. */
  document: 2,
  /** How much more the passage speaks of another theme. */
  rival: -1.45,
} as const;

/** Log-odds from which a passage carries a theme: where precision and recall balance. */
const THRESHOLD = -0.85;
/** A passage is about a few things: readers name no more. */
const MOST = 4;
/** How much of a sentence's say is left one sentence further off. */
const FADE = 0.8;

/** Levels off: 0 gives 0, `half` gives a half, much gives nearly 1. */
const level = (points: number, half: number) => points / (points + half);

/**
 * The themes that each sentence carries: first those it names itself, then by score; none for headings. Linear in sentences times themes.
 * @param hits the words of each sentence, by position in `Annotated.sentences`
 */
export function scorePassages(
  annotated: Annotated,
  set: ThemeSet,
  hits: readonly (readonly ThemeHit[])[],
): readonly (readonly ThemeScore[])[] {
  const { sentences, sections, document } = annotated;
  const width = set.themes.length;
  const size = sentences.length * width;
  const points = new Float64Array(size);
  const weak = new Float64Array(size);
  /** How much a sentence speaks of a theme by its own words, 0 to 1. */
  const own = new Float64Array(size);
  const wholeDocument = new Float64Array(width);
  hits.forEach((its, position) => {
    if (its.length === 0) return;
    const row = position * width;
    addPoints(its, row, points, weak);
    for (const { theme } of its) {
      const at = row + theme;
      if ((points[at] ?? 0) > 0) own[at] = level((points[at] ?? 0) + (weak[at] ?? 0), 3);
    }
    for (const theme of themesOf(its))
      wholeDocument[theme] = (wholeDocument[theme] ?? 0) + (own[row + theme] ?? 0) / sentences.length;
  });
  const around = neighbourhood(own, sentences.length, width);
  const paragraph = othersOf(
    sentences.map(({ block }) => block),
    own,
    width,
  );
  const section = othersOf(
    sentences.map((its) => its.section),
    own,
    width,
  );
  const title = titleScores(document.title, set);

  return sentences.map((sentence, position) => {
    if (sentence.kind === 'heading') return [];
    const row = position * width;
    const heading = (sections[sentence.section]?.heading ?? -1) * width;
    let best = 0;
    for (let theme = 0; theme < width; theme++) best = Math.max(best, own[row + theme] ?? 0);
    const found: { theme: number; odds: number; ample: boolean }[] = [];
    for (let theme = 0; theme < width; theme++) {
      const at = row + theme;
      const strength = points[at] ?? 0;
      const mine = own[at] ?? 0;
      const ample = strength >= POINTS.strong;
      const odds =
        WEIGHTS.base +
        WEIGHTS.own * level(strength, 3) +
        WEIGHTS.ample * (ample ? 1 : 0) +
        (WEIGHTS.density * strength + WEIGHTS.weak * (weak[at] ?? 0)) / (sentence.tokens.length / 10 + 1) +
        WEIGHTS.around * (around[at] ?? 0) +
        WEIGHTS.paragraph * (paragraph[at] ?? 0) +
        WEIGHTS.section * (section[at] ?? 0) +
        WEIGHTS.heading * (heading < 0 ? 0 : (own[heading + theme] ?? 0)) +
        WEIGHTS.title * (title[theme] ?? 0) +
        WEIGHTS.document * (wholeDocument[theme] ?? 0) +
        WEIGHTS.rival * (best - mine);
      if (odds >= THRESHOLD) found.push({ theme, odds, ample });
    }
    return found
      .sort((a, b) => Number(b.ample) - Number(a.ample) || b.odds - a.odds || a.theme - b.theme)
      .slice(0, MOST)
      .map(({ theme, odds }) => ({ theme, score: Math.round(100 / (1 + Math.exp(-odds))) / 100 }));
  });
}

/** The themes of some hits, each once. */
const themesOf = (hits: readonly ThemeHit[]): Iterable<number> => new Set(hits.map(({ theme }) => theme));

/** Adds the points of a sentence's hits to its row. A term said twice says no more. */
function addPoints(hits: readonly ThemeHit[], row: number, points: Float64Array, weak: Float64Array): void {
  const said = hits.length > 1 ? new Set<number>() : null;
  for (const { theme, tier, term } of hits) {
    if (said?.has(term)) continue;
    said?.add(term);
    const list = tier === 'weak' ? weak : points;
    list[row + theme] = (list[row + theme] ?? 0) + POINTS[tier];
  }
}

/** The mean of `own` over the sentences before and after each, weighted by nearness, itself left out. */
function neighbourhood(own: Float64Array, length: number, width: number): Float64Array {
  const sum = new Float64Array(length * width);
  const total = new Float64Array(length);
  const sweep = (from: number, step: number) => {
    const running = new Float64Array(width);
    let weight = 0;
    for (let position = from; position >= 0 && position < length; position += step) {
      const row = position * width;
      for (let theme = 0; theme < width; theme++) {
        const carried = running[theme] ?? 0;
        sum[row + theme] = (sum[row + theme] ?? 0) + carried;
        running[theme] = carried * FADE + (own[row + theme] ?? 0);
      }
      total[position] = (total[position] ?? 0) + weight;
      weight = weight * FADE + 1;
    }
  };
  sweep(0, 1);
  sweep(length - 1, -1);
  for (let position = 0; position < length; position++) {
    const weight = total[position] ?? 0;
    if (weight === 0) continue;
    for (let at = position * width; at < (position + 1) * width; at++) sum[at] = (sum[at] ?? 0) / weight;
  }
  return sum;
}

/**
 * The mean of `own` over the other sentences of each sentence's group.
 * @param groups the group of each sentence; groups are runs of neighbours
 */
function othersOf(groups: readonly number[], own: Float64Array, width: number): Float64Array {
  const mean = new Float64Array(own.length);
  let from = 0;
  while (from < groups.length) {
    let to = from + 1;
    while (to < groups.length && groups[to] === groups[from]) to++;
    if (to - from > 1) {
      for (let theme = 0; theme < width; theme++) {
        let sum = 0;
        for (let position = from; position < to; position++) sum += own[position * width + theme] ?? 0;
        for (let position = from; position < to; position++) {
          const at = position * width + theme;
          mean[at] = (sum - (own[at] ?? 0)) / (to - from - 1);
        }
      }
    }
    from = to;
  }
  return mean;
}

/** How much the document's title speaks of each theme, 0 to 1. */
function titleScores(title: string | null, set: ThemeSet): Float64Array {
  const points = new Float64Array(set.themes.length);
  const weak = new Float64Array(set.themes.length);
  if (title !== null) {
    const tokens = tokenise({
      kind: 'heading',
      level: 1,
      start: 0,
      end: title.length,
      text: title,
      pieces: [{ at: 0, start: 0 }],
      parts: [{ page: 1, start: 0, end: title.length, box: null }],
      marker: null,
      header: null,
    });
    addPoints(themeHits(set, numbered(tokens)), 0, points, weak);
  }
  return points.map((its, theme) => (its > 0 ? level(its + (weak[theme] ?? 0), 3) : 0));
}
