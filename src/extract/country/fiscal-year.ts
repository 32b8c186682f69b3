/** The first day of a document's financial years: as the user or the text says, or as its country keeps them. */
import { dayOf, daysInMonth, isoDay } from '../../model/days.ts';
import type { Document } from '../../model/document.ts';
import { MONTHS } from '../../model/months.ts';
import type { Country } from './countries.ts';

/** Where the first day of the financial year was taken from. */
export interface FiscalYear {
  /** `MM-DD`. */
  readonly start: string;
  readonly source: 'flag' | 'text' | 'country' | 'default';
  /** ISO 3166-1 code of the country whose years are meant, where they are a country's. */
  readonly country: string | null;
  /** Whether it is only the likeliest: of a state's or city's years, and where nothing tells. */
  readonly isAssumed: boolean;
}

/** Where nothing tells: the United Kingdom's. */
const DEFAULT_START = '04-01';

const NAMES = MONTHS.join('|').toLowerCase();
const DATE = String.raw`(?:(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(${NAMES})|(${NAMES})\s(\d{1,2})(?!\d))`;
const YEAR = String.raw`(?:fiscal|financial|budget)\syears?`;
/** "The fiscal year begins on July 1", "the financial year (1 July to 30 June)". */
const BEGINS = new RegExp(
  String.raw`\b${YEAR}\s(?:[a-z]+\s){0,2}(?:begin(?:s|ning)?|start(?:s|ing)?|run(?:s|ning)?\sfrom|commenc(?:es|ing)|\(|from)\s?(?:on\s|from\s)?${DATE}`,
  'gi',
);
/** "The financial year ending 30 June 2024". */
const ENDS = new RegExp(String.raw`\b${YEAR}\s(?:end(?:s|ed|ing)?|closes)\s(?:on\s)?${DATE}`, 'gi');

/**
 * When the financial years of a document begin.
 * @param flag what the user says, `MM-DD`, or null
 * @param country the document's country, or null
 */
export function fiscalYearOf(
  flag: string | null,
  { publisher, title, text, date }: Pick<Document, 'publisher' | 'title' | 'text' | 'date'>,
  country: Country | null,
): FiscalYear {
  if (flag !== null) return { start: flag, source: 'flag', country: null, isAssumed: false };
  const said = saidIn(text);
  if (said !== null) return { start: said, source: 'text', country: null, isAssumed: false };
  if (!country) return { start: DEFAULT_START, source: 'default', country: null, isAssumed: true };
  const { code, local, earlier } = country;
  const names = `${publisher ?? ''}\n${title ?? ''}`;
  if (local?.words.some((word) => names.includes(word)))
    return { start: local.fiscalYear, source: 'country', country: code, isAssumed: true };
  const isEarlier = earlier !== null && date !== null && date.value < earlier.before;
  const start = isEarlier ? earlier.fiscalYear : country.fiscalYear;
  return { start, source: 'country', country: code, isAssumed: false };
}

/** The day that a text most often says its financial years to begin on; null where it does not say. */
function saidIn(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [pattern, after] of [
    [BEGINS, 0],
    [ENDS, 1],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const day = Number(match[1] ?? match[4]);
      const month = monthNamed(match[2] ?? match[3] ?? '');
      if (month === 0 || day < 1 || day > daysInMonth(2023, month)) continue;
      const start = isoDay(dayOf(2023, month, day) + after)?.slice(5) ?? '';
      // A year of accounts begins with a month; other days are those of single bodies and laws.
      if (start.endsWith('-01')) counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** The number of a month in any case; 0 of any other word. */
function monthNamed(word: string): number {
  return MONTHS.findIndex((name) => name.toLowerCase() === word.toLowerCase()) + 1;
}
