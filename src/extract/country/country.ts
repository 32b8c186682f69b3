/** The country that a document comes from, by its publisher, title, words and web addresses. */
import type { Document } from '../../model/document.ts';
import type { Country } from './countries.ts';

/** Finds the country of a document; null where none stands out. */
export type CountryOf = (document: Pick<Document, 'publisher' | 'title' | 'text'>) => Country | null;

/** Of a long document this much from the beginning and from the end is looked at, in characters. */
const BEGINNING = 60_000;
const END = 20_000;
/** What a word of one's own, a word in the title and one in the publisher's name are worth beside a plain name. */
const OWN = 3;
const TITLE = 5;
const PUBLISHER = 10;
/** The same word counts at most this often: a table that names a place in each row tells no more than a paragraph. */
const MOST = 12;
/** Least worth of a country's words, and how many times the worth of the next country's. */
const LEAST = 3;
const MARGIN = 1.8;

interface Clue {
  readonly country: Country;
  readonly worth: number;
}

/** A finder for these countries; what it looks for is put together once. */
export function countryFinder(countries: readonly Country[]): CountryOf {
  const clues = new Map<string, Clue>();
  for (const country of countries) {
    for (const word of country.names) clues.set(word, { country, worth: 1 });
    for (const word of country.own) clues.set(word, { country, worth: OWN });
  }
  const domains = countries.flatMap((country) =>
    country.domains.map((domain) => ({ country, domain: dotted(domain) })),
  );
  const longestFirst = [...clues.keys()].sort((a, b) => b.length - a.length);
  const wanted = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\d])`, 'gu');
  return ({ publisher, title, text }) => {
    const counts = new Map<string, number>();
    const worth = new Map<Country, number>();
    const add = (country: Country, by: number) => worth.set(country, (worth.get(country) ?? 0) + by);
    const part = text.length <= BEGINNING + END ? text : `${text.slice(0, BEGINNING)}\n${text.slice(-END)}`;
    const count = (words: string, times: number): void => {
      for (const [word] of words.matchAll(wanted)) {
        const clue = clues.get(word);
        const before = counts.get(word) ?? 0;
        counts.set(word, before + 1);
        if (clue && before < MOST) add(clue.country, clue.worth * times);
      }
    };
    count(publisher ?? '', PUBLISHER);
    count(title ?? '', TITLE);
    count(part, 1);
    for (const [address] of part.matchAll(ADDRESS)) {
      const host = address.toLowerCase();
      const its = domains.find(({ domain }) => host.endsWith(domain));
      const before = counts.get(its?.domain ?? '') ?? 0;
      counts.set(its?.domain ?? '', before + 1);
      if (its && before < MOST) add(its.country, 1);
    }
    const [best, next] = [...worth].sort(([, a], [, b]) => b - a);
    return best && best[1] >= LEAST && best[1] >= MARGIN * (next?.[1] ?? 0) ? best[0] : null;
  };
}

/** Names of machines in web and mail addresses: `www.northshire.gov.uk`. */
const ADDRESS = /(?<![\w.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,5}(?![\w-])/gi;

const dotted = (domain: string): string => (domain.startsWith('.') ? domain : `.${domain}`);
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
