/** Which of the terms in a sentence count for a theme: the longest ones, outside masks. */
import type { Words } from '../model/annotated.ts';
import type { TermHit } from './term.ts';
import type { ThemeEntry, ThemeSchemes, Tier } from './themes.ts';

/** A word or phrase of a theme, found in a sentence. */
export interface ThemeHit {
  /** Position in `ThemeSet.themes`. */
  readonly theme: number;
  readonly tier: Tier;
  /** Position in `ThemeSchemes.entries`: the same term always has the same. */
  readonly term: number;
  /** Positions of the first and last token. */
  readonly first: number;
  readonly last: number;
}

/** By sentence the words of each theme of a scheme, left to right. */
export type SchemeHits = readonly (readonly ThemeHit[])[];

/** Told of a term that stands in a sentence and does not count, and of the mask or longer term of another theme that has its words. */
export type LostTerm = (set: number, position: number, lost: TermHit, by: TermHit) => void;

const NONE: readonly ThemeHit[] = [];

/**
 * The words of each theme in some sentences, by position in `ThemeSchemes.sets`. Of overlapping terms of one theme the
 * leftmost counts, and of those the longest; a mask of its length or longer withholds its words; and a term inside a
 * longer term of any theme of its scheme does not count ("data protection" is not about protection). Schemes know
 * nothing of each other. Linear in the tokens.
 * @param lost a listener, for explanations
 */
export function themeHits(
  { sets, entries, matcher }: ThemeSchemes,
  sentences: readonly Words[],
  lost?: LostTerm,
): readonly SchemeHits[] {
  const hits = sets.map(() => sentences.map(() => NONE));
  const taken = sets.map(({ themes }) => new Int32Array(themes.length));
  const bySet = sets.map((): TermHit[] => []);
  sentences.forEach((sentence, position) => {
    const found = matcher.find(sentence);
    if (found.length === 0) return;
    for (const hit of found) bySet[entries[hit.id]?.set ?? -1]?.push(hit);
    for (let set = 0; set < bySet.length; set++) {
      const [list, ofSet, ends] = [bySet[set], hits[set], taken[set]];
      if (!list || !ofSet || !ends || list.length === 0) continue;
      const tell = lost && ((hit: TermHit, by: TermHit) => lost(set, position, hit, by));
      ofSet[position] = counting(list, entries, ends, tell);
      list.length = 0;
    }
  });
  return hits;
}

/**
 * The terms that count, of those that one scheme has in a sentence.
 * @param found in order of `from`; is put in order of rank
 * @param taken where the words that are spoken for end, per theme: all 0, and so left
 * @param tell of terms that do not count
 */
function counting(
  found: TermHit[],
  entries: readonly ThemeEntry[],
  taken: Int32Array,
  tell: ((hit: TermHit, by: TermHit) => void) | undefined,
): readonly ThemeHit[] {
  if (found.length > 1) order(found, entries);
  let mask: TermHit | undefined;
  let maskedTo = 0;
  let longest: TermHit | undefined;
  let longestFrom = 0;
  let longestTo = 0;
  const hits: ThemeHit[] = [];
  for (const hit of found) {
    const { id, from, to, first, last } = hit;
    const entry = entries[id];
    if (!entry) continue;
    if (from < maskedTo) {
      if (tell && mask) tell(hit, mask);
      continue;
    }
    if (to <= longestTo && to - from < longestTo - longestFrom) {
      if (tell && longest) tell(hit, longest);
      continue;
    }
    const { theme, tier } = entry;
    if (theme === undefined) {
      mask = hit;
      maskedTo = to;
      continue;
    }
    if (from < (taken[theme] ?? 0)) {
      const by = tell && found.find((its) => isMaskOf(entries[its.id], theme) && its.from <= from && from < its.to);
      if (tell && by) tell(hit, by);
      continue;
    }
    taken[theme] = to;
    if (tier === undefined) continue;
    if (to > longestTo) {
      longest = hit;
      longestFrom = from;
      longestTo = to;
    }
    hits.push({ theme, tier, term: id, first, last });
  }
  for (const { id } of found) taken[entries[id]?.theme ?? 0] = 0;
  return hits;
}

const isMaskOf = (entry: ThemeEntry | undefined, theme: number): boolean =>
  entry?.theme === theme && entry.tier === undefined;

const RANK: Readonly<Record<Tier, number>> = { strong: 1, medium: 2, weak: 3 };

/** Puts the terms of one place in order: the longest first, masks and strong terms before others. By insertion: few move. */
function order(found: TermHit[], entries: readonly ThemeEntry[]): void {
  const rank = (id: number) => {
    const tier = entries[id]?.tier;
    return tier ? RANK[tier] : 0;
  };
  const isBefore = (a: TermHit, b: TermHit): boolean => (b.to - a.to || rank(a.id) - rank(b.id) || a.id - b.id) < 0;
  for (let at = 1; at < found.length; at++) {
    const hit = found[at];
    if (!hit) continue;
    let to = at;
    for (
      let before = found[to - 1];
      before && before.from === hit.from && isBefore(hit, before);
      before = found[to - 1]
    )
      found[to--] = before;
    found[to] = hit;
  }
}
