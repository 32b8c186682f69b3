/** What is to be known of themes wherever they are counted, ranked or compared. */
import type { DocumentRecord, Theme } from './report.ts';

/** Words under which the order of themes says little. */
const ENOUGH_WORDS = 1000;

/** Whether a document has too few words for its themes to be ranked. */
export const isTooShort = ({ words }: Pick<DocumentRecord, 'words'>): boolean => words < ENOUGH_WORDS;

/** The share of the passages that carry a theme, to six decimals: one passage of a very long document is not nothing. */
export const shareOf = (carrying: number, passages: number): number =>
  Math.round((carrying / passages) * 1_000_000) / 1_000_000;

/** By what a theme is the same in two documents: schemes may use an id for different things. */
export const themeKey = ({ scheme, id }: Pick<Theme, 'scheme' | 'id'>): string => `${scheme}/${id}`;
