/** Which themes are shown, in blocks: one for each facet of each scheme. */
import type { Theme } from '../../model/report.ts';
import { harmless } from '../harmless.ts';

/** What is asked for. */
export interface ThemeChoice {
  readonly facet: Theme['facet'] | null;
  /** Themes of each facet of each scheme; null for all. */
  readonly top: number | null;
}

/** What is known of a theme without a document. */
export type ThemeName = Pick<Theme, 'id' | 'scheme' | 'label' | 'facet'>;

/** A theme without what a document says of it. */
export const nameOf = ({ id, scheme, label, facet }: ThemeName): ThemeName => ({ id, scheme, label, facet });

/** Themes of one facet of one scheme. */
export interface ThemeBlock<T extends ThemeName = Theme> {
  readonly title: string;
  readonly themes: readonly T[];
}

/** Blocks, and how many themes they leave out. */
export interface Chosen<T extends ThemeName = Theme> {
  readonly blocks: readonly ThemeBlock<T>[];
  readonly left: number;
}

const FACETS = ['lens', 'sector'] as const;
const FACET_TITLES = { lens: 'Lenses', sector: 'Sectors' } as const;
/** The scheme with which another is shown as one: the sectors of `sectors` go on those of `policy`. */
const SHOWN_WITH: Readonly<Record<string, string>> = { sectors: 'policy' };
/** pmed's own schemes come first. */
const SCHEMES = ['policy', 'sdg'];
const SCHEME_TITLES: Readonly<Record<string, string>> = { sdg: 'Sustainable Development Goals' };

/**
 * The first themes of each facet of each scheme, in blocks; in each their order stays.
 * @param themes best first
 */
export function chosen<T extends ThemeName>(themes: readonly T[], { facet, top }: ThemeChoice): Chosen<T> {
  const wanted = facet === null ? themes : themes.filter((theme) => theme.facet === facet);
  const blocks: ThemeBlock<T>[] = [];
  let left = 0;
  for (const scheme of schemesOf(wanted)) {
    const own = wanted.filter((theme) => shownIn(theme) === scheme);
    const facets = FACETS.filter((one) => own.some((theme) => theme.facet === one));
    for (const one of facets) {
      const all = own.filter((theme) => theme.facet === one);
      const shown = top === null ? all : all.slice(0, top);
      left += all.length - shown.length;
      blocks.push({ title: titleOf(scheme, facets.length > 1 ? one : null, one), themes: shown });
    }
  }
  return { blocks, left };
}

const shownIn = ({ scheme }: ThemeName): string => SHOWN_WITH[scheme] ?? scheme;

function schemesOf(themes: readonly ThemeName[]): string[] {
  const rank = (scheme: string): number => (SCHEMES.includes(scheme) ? SCHEMES.indexOf(scheme) : SCHEMES.length);
  return [...new Set(themes.map(shownIn))].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** `Lenses`, `Sectors`, or a scheme with its facet where it has both. */
function titleOf(scheme: string, part: Theme['facet'] | null, facet: Theme['facet']): string {
  if (scheme === 'policy') return FACET_TITLES[facet];
  const name = SCHEME_TITLES[scheme] ?? harmless(scheme);
  return part === null ? name : `${name}: ${FACET_TITLES[part].toLowerCase()}`;
}
