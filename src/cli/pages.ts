/** `--pages`: some pages of a document instead of all. */
import { parsePages } from '../read/selection.ts';
import { flag } from './flag.ts';
import { badValue } from './usage.ts';

/** The list as given, for the reading to understand; null where all pages are meant. */
export const pages = flag(
  { long: '--pages', value: '<pages>', help: 'only these: 3-10,15 or 12- or labels:i-x', shown: 'all' },
  (raw) => {
    const given = raw.at(-1) ?? null;
    if (given !== null && parsePages(given) === null) {
      throw badValue('--pages', given, 'Write pages as 3-10,15 or 12- or, as printed, labels:i-x');
    }
    return given;
  },
);
