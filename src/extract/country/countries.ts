/** Reads the table of countries from the packs. */
import { isRecord, textsOf } from '../../model/plain.ts';
import type { PackFile } from '../../rules/pack.ts';

/** A country, with what shows it and how dates are kept there. */
export interface Country {
  /** ISO 3166-1 code; `EU` for the European Union. */
  readonly code: string;
  /** First day of the central government's financial year, `MM-DD`. */
  readonly fiscalYear: string;
  /** The day that held for documents before a year. */
  readonly earlier: { readonly before: string; readonly fiscalYear: string } | null;
  readonly dateOrder: 'dmy' | 'mdy';
  /** What two years in full with a dash between them are: "2016-2017". */
  readonly yearPairs: 'financial' | 'calendar';
  /** Words that its own bodies use of themselves. */
  readonly own: readonly string[];
  readonly names: readonly string[];
  readonly domains: readonly string[];
  /** Words in the publisher's name or title of its states and cities, and when most of their financial years begin. */
  readonly local: { readonly words: readonly string[]; readonly fiscalYear: string } | null;
}

/** The countries of the files with `pack: country`, in their order. */
export function readCountries(files: readonly PackFile[]): Country[] {
  return files
    .filter((file) => file.pack === 'country')
    .flatMap(({ countries }) => (Array.isArray(countries) ? countries : []))
    .filter(isRecord)
    .map(
      (entry): Country => ({
        code: String(entry.code),
        fiscalYear: String(entry['fiscal-year']),
        earlier: entry.changed ? { before: String(entry.changed), fiscalYear: String(entry['earlier-year']) } : null,
        dateOrder: entry['date-order'] === 'mdy' ? 'mdy' : 'dmy',
        yearPairs: entry['year-pairs'] === 'calendar' ? 'calendar' : 'financial',
        own: textsOf(entry.own),
        names: textsOf(entry.names),
        domains: textsOf(entry.domains),
        local: entry['local-year'] ? { words: textsOf(entry.local), fiscalYear: String(entry['local-year']) } : null,
      }),
    );
}
