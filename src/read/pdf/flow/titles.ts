/** Titles in the form in which they can be compared. */

/** A title without number, case, space and punctuation, so that outline, table of contents and page can be compared. */
export function plainTitle(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\divxlc.()\s]{1,12}(?=[\s.])/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
