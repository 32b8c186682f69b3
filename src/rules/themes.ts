/** Theme packs → the words of each theme, ready to be looked up in a sentence. */
import type { Term } from './term.ts';
import { compileTerms, type TermMatcher } from './terms.ts';

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
export interface ThemeEntry {
  /** Position in `ThemeSchemes.sets`. */
  readonly set: number;
  /** Undefined: a mask of every theme of its scheme. */
  readonly theme: number | undefined;
  /** Undefined: a mask. */
  readonly tier: Tier | undefined;
}

/** A scheme of themes. */
export interface ThemeSet {
  readonly scheme: string;
  readonly themes: readonly ThemeDefinition[];
}

/** Schemes of themes, compiled together: the words of all are looked up in one pass. Use `themeHits`. */
export interface ThemeSchemes {
  readonly sets: readonly ThemeSet[];
  /** What each term of the matcher stands for, by its id. */
  readonly entries: readonly ThemeEntry[];
  readonly matcher: TermMatcher;
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
 * Compiles the schemes that are looked for together.
 * @throws {RangeError} for a term that cannot be looked up; `readThemeFile` refuses those before
 */
export function compileThemes(files: readonly ThemeFile[]): ThemeSchemes {
  const entries: ThemeEntry[] = [];
  const terms: Term[] = [];
  files.forEach(({ masks, themes }, set) => {
    const add = (pattern: string, theme: number | undefined, tier: Tier | undefined) => {
      terms.push({ pattern, id: entries.length });
      entries.push({ set, theme, tier });
    };
    for (const mask of masks) add(mask, undefined, undefined);
    themes.forEach((source, theme) => {
      for (const mask of source.masks) add(mask, theme, undefined);
      for (const tier of TIERS) for (const pattern of source.terms[tier]) add(pattern, theme, tier);
    });
  });
  return { sets: files.map(({ scheme, themes }) => ({ scheme, themes })), entries, matcher: compileTerms(terms) };
}
