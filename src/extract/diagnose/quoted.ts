/** Where the words of a message stand, and as many of them as a message has room for. */
import type { Evidence } from '../../model/report.ts';

/** `p. 12` by the printed number, `l. 7` in a text without pages, or nothing. */
export const placeOf = ({ page, pageLabel, line }: Evidence): string =>
  page !== null ? `p. ${pageLabel ?? page}` : line !== null ? `l. ${line}` : '';

/** A quote of at most 160 characters, in quotation marks. */
export const quoted = ({ quote }: Evidence): string =>
  quote.length <= 160 ? `"${quote}"` : `"${quote.slice(0, 157).trimEnd()}..."`;
