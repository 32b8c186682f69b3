/** Words compared as a reader compares them: quotation marks, dashes, case of letters and white space count for nothing. */

/**
 * A text by its words alone. Compatible forms are one (NFKC), all single and double quotation marks are straight ones, all
 * dashes hyphens, runs of white space one space.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
