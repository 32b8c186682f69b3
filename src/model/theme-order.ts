/** What is to be known of themes wherever they are ranked or compared. */
import type { DocumentRecord, Theme } from './report.ts';

/** Words under which the order of themes says little. */
const ENOUGH_WORDS = 1000;

/** Whether a document has too few words for its themes to be ranked. */
export const isTooShort = ({ words }: Pick<DocumentRecord, 'words'>): boolean => words < ENOUGH_WORDS;

/** By what a theme is the same in two documents: schemes may use an id for different things. */
export const themeKey = ({ scheme, id }: Pick<Theme, 'scheme' | 'id'>): string => `${scheme}/${id}`;
