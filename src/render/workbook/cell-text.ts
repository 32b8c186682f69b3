/** Texts of cells, so that what is read back is what was put in, and nothing of it is computed. */
import { xmlText } from '../xml.ts';

/** Characters that a cell of Excel holds ("Excel specifications and limits"). */
const MOST_CHARACTERS = 32_767;
const ENDING = ' …';

/**
 * An underscore that a reader of workbooks would take for the beginning of an escaped character: `_x0041_` is `A`
 * (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring).
 */
const ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text in which nothing has to be escaped: by far the most. */
const PLAIN = /^[ !#-%(-;=?-^`-~]*$/;

/** What spreadsheets take for the start of a formula when somebody edits the cell. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** The text as far as a cell can hold it, and whether that is all of it. */
export function cellText(text: string): { readonly text: string; readonly isWhole: boolean } {
  if (text.length <= MOST_CHARACTERS) return { text, isWhole: true };
  const end = MOST_CHARACTERS - ENDING.length;
  const isPair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return { text: text.slice(0, isPair ? end - 1 : end) + ENDING, isWhole: false };
}

/** An inline string; what would act on a screen is made harmless, line breaks become spaces. */
export function inlineString(text: string): string {
  const written = PLAIN.test(text) ? text : xmlText(text).replace(ESCAPED, '_x005F_');
  return text.trim() !== text ? `<is><t xml:space="preserve">${written}</t></is>` : `<is><t>${written}</t></is>`;
}

/** Whether a cell has to be marked as text, so that it stays text when it is edited. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);
