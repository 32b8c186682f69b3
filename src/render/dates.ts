/** Dates as a reader of the screen sees them: `14 Mar 2024`, never 03/04. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2016-09-08` as `8 Sep 2016`, `2016-09` as `Sep 2016`, `2016` and anything else as it is. */
export function readableDate(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Months of dates in words of a document by their short names: `from January 2027` as `from Jan 2027`. */
export function shortMonths(text: string): string {
  return text.replace(
    /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)(?=,? \d{4}\b)/g,
    '$1',
  );
}

/**
 * An ISO day as precisely as it was meant: `2026-03-31` of a month is `Mar 2026`, of a year `2026`.
 * @param precision as in the report; null is taken for a day
 */
export function dateOfPrecision(iso: string, precision: string | null): string {
  switch (precision) {
    case 'month':
    case 'quarter':
    case 'season':
    case 'half':
      return readableDate(iso.slice(0, 7));
    case 'year':
    case 'decade':
    case 'century':
      return iso.endsWith('-12-31') || iso.endsWith('-01-01') ? iso.slice(0, 4) : readableDate(iso.slice(0, 7));
    default:
      return readableDate(iso);
  }
}
