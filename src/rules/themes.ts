/** Theme packs → the words of each theme, ready to be looked up in a sentence. */
import type { Words } from '../model/annotated.ts';
import { compileTerms, type Term, type TermHit, type TermMatcher } from './terms.ts';

/** How much a term says: a strong one carries its theme alone, a weak one counts only beside others. */
export type Tier = 'strong' | 'medium' | 'weak';

export const TIERS: readonly Tier[] = ['strong', 'medium', 'weak'];
/** A theme as the report names it, with the sentences that prove its terms. */
export interface ThemeDefinition {
  readonly id: string;
  readonly label: string;
  readonly facet: 'lens' | 'sector';
  readonly description: string;
  readonly finds: readonly string[];
  readonly ignores: readonly string[];
}

/** What a term stands for: its tier in a theme (a position in `ThemeSet.themes`), or a mask. */
interface Entry {
  /** Undefined: a mask of every theme. */
  readonly theme: number | undefined;
  /** Undefined: a mask. */
  readonly tier: Tier | undefined;
}

/** A scheme of themes, compiled. Opaque but for its definitions: use `themeHits`. */
export interface ThemeSet {
  readonly scheme: string;
  readonly themes: readonly ThemeDefinition[];
  readonly entries: readonly Entry[];
  readonly matcher: TermMatcher;
}

/** A word or phrase of a theme, found in a sentence. */
export interface ThemeHit {
  /** Position in `ThemeSet.themes`. */
  readonly theme: number;
  readonly tier: Tier;
  /** Position in `ThemeSet.entries`: the same term always has the same. */
  readonly term: number;
  /** Positions of the first and last token. */
  readonly first: number;
  readonly last: number;
}

/** A theme file as packs write it, checked. */
export interface ThemeFile {
  readonly file: string;
  readonly scheme: string;
  readonly masks: readonly string[];
  readonly themes: readonly ThemeSource[];
}

interface ThemeSource extends ThemeDefinition {
  readonly terms: Readonly<Record<Tier, readonly string[]>>;
  readonly masks: readonly string[];
}

/**
 * Compiles a theme file.
 * @throws {RangeError} for a term that cannot be looked up; `readThemeFile` refuses those before
 */
export function compileThemes({ scheme, masks, themes }: ThemeFile): ThemeSet {
  const entries: Entry[] = [];
  const terms: Term[] = [];
  const add = (pattern: string, theme: number | undefined, tier: Tier | undefined) => {
    terms.push({ pattern, id: entries.length });
    entries.push({ theme, tier });
  };
  for (const mask of masks) add(mask, undefined, undefined);
  themes.forEach((source, theme) => {
    for (const mask of source.masks) add(mask, theme, undefined);
    for (const tier of TIERS) for (const pattern of source.terms[tier]) add(pattern, theme, tier);
  });
  return { scheme, themes, entries, matcher: compileTerms(terms) };
}

const RANK: Readonly<Record<Tier, number>> = { strong: 1, medium: 2, weak: 3 };

/**
 * The words of each theme in a sentence, left to right. Of overlapping terms of one theme the leftmost counts, and of
 * those the longest; a mask of its length or longer withholds its words; and a term inside a longer term of any theme
 * does not count ("data protection" is not about protection). Linear in the tokens.
 */
export function themeHits(set: ThemeSet, words: Words): readonly ThemeHit[] {
  const found = set.matcher.find(words);
  if (found.length === 0) return [];
  if (found.length > 1) order(found, set);
  // Per theme: where the words that are spoken for end.
  const taken = new Array<number>(set.themes.length).fill(0);
  let maskedTo = 0;
  let longestFrom = 0;
  let longestTo = 0;
  const hits: ThemeHit[] = [];
  for (const { id, from, to, first, last } of found) {
    const entry = set.entries[id];
    if (!entry || from < maskedTo) continue;
    if (to <= longestTo && to - from < longestTo - longestFrom) continue;
    const { theme, tier } = entry;
    if (theme === undefined) {
      maskedTo = to;
      continue;
    }
    if (from < (taken[theme] ?? 0)) continue;
    taken[theme] = to;
    if (tier === undefined) continue;
    if (to > longestTo) {
      longestFrom = from;
      longestTo = to;
    }
    hits.push({ theme, tier, term: id, first, last });
  }
  return hits;
}

/** Puts the terms of one place in order: the longest first, masks and strong terms before others. By insertion: few move. */
function order(found: TermHit[], set: ThemeSet): void {
  const rank = (id: number) => {
    const tier = set.entries[id]?.tier;
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
