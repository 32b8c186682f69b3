/** The date of a document: from the user, the front matter, the text, the metadata or the file's name; never today. */
import type { Diagnostic, DocumentDate } from '../../model/document.ts';
import type { DateCandidate } from './date-candidates.ts';
import { dateCandidates } from './date-candidates.ts';
import type { DatePhrase } from './date-phrases.ts';
import { findDatePhrases } from './date-phrases.ts';
import type { Evidence } from './evidence.ts';

/** A date and what the user should know about it. */
export interface DateFound {
  readonly date: DocumentDate | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the user says of the date. */
interface GivenDate {
  readonly docDate?: string;
  readonly dateSource?: 'flag' | 'config';
}

/** The version that a line names may be another document's. */
const VERSION = /^(?:version|edition|issue|draft|revision|v)\b/i;
/** Dates with a label that ranks worse have no claim. */
const LAST_CLAIM = 4;

/**
 * Finds a document's date.
 * @param evidence its blocks and what the file states
 * @param title its title, which may end with the year that it is of
 * @param given the user's date, `YYYY[-MM[-DD]]`, and where he gives it
 */
export function findDate(
  evidence: Evidence,
  title: string | null,
  { docDate: given, dateSource: source = 'flag' }: GivenDate,
): DateFound {
  if (given !== undefined)
    return { date: { value: given, precision: precisionOf(given), source, quote: null }, diagnostics: [] };
  const stated = fromPhrase(evidence.stated.date, 'text');
  if (stated !== null) return { date: stated, diagnostics: [] };
  const metadata = fromPhrase(evidence.metadata.date, 'metadata');
  const list = dateCandidates(evidence.blocks, title).filter(({ phrase }) => !isAfter(phrase, metadata));
  const found = bestOf(list);
  if (found !== null && found.phrase.precision !== 'year') {
    const { date, diagnostics } = fromText(found, metadata);
    return { date, diagnostics: [...diagnostics, ...rivals(found, list)] };
  }
  const name = fromName(evidence.name);
  // A name with a day or month is given on purpose; a file may be made long after the document.
  const others =
    name?.precision === 'year' || metadata === null ? [metadata, name] : [withDay(name, metadata), metadata];
  // A copyright year and a file made or named in that year: the file knows the month or day.
  for (const other of others) {
    const agrees = found === null || other?.value.startsWith(found.phrase.value) === true;
    if (other !== null && agrees) return { date: other, diagnostics: [] };
  }
  return found === null ? { date: null, diagnostics: [] } : fromText(found, metadata);
}

/** Whether a date lies more than a year after the file was made: then it is none of its own. */
function isAfter(phrase: DatePhrase, made: DocumentDate | null): boolean {
  return made !== null && Number(phrase.value.slice(0, 4)) > Number(made.value.slice(0, 4)) + 1;
}

/** The date in the file's name; the day that the file was made where that lies in the month of the name. */
function withDay(name: DocumentDate | null, made: DocumentDate): DocumentDate | null {
  return name === null || made.value.startsWith(name.value) ? name && made : name;
}

/** @param made when the file was made: it tells the month of `3/4/2021` where it is the same day */
function fromText({ phrase, quote }: DateCandidate, made: DocumentDate | null): DateFound {
  const { value, precision } = phrase;
  const diagnostics: Diagnostic[] = [];
  if (phrase.isAmbiguous) {
    const [year, month, day] = value.split('-');
    const other = `${year}-${day}-${month}`;
    if (made?.value === other) return { date: { value: other, precision, source: 'text', quote }, diagnostics };
    diagnostics.push({
      code: 'PMED-D202',
      level: 'warning',
      page: null,
      message: `The date '${quote}' was read as day, month, year: ${value}.`,
      hint: 'If that is wrong, give the date with --doc-date.',
    });
  }
  return { date: { value, precision, source: 'text', quote }, diagnostics };
}

/** What to say where another date, a different one, has as good a claim as the one that was taken, or says its own. */
function rivals(found: DateCandidate, list: readonly DateCandidate[]): readonly Diagnostic[] {
  const { value } = found.phrase;
  const other = list.find(({ rank, phrase, label }) => {
    const isSame = phrase.value.startsWith(value) || value.startsWith(phrase.value);
    const isClaim = label !== '' && !VERSION.test(label) && rank <= LAST_CLAIM && found.rank <= LAST_CLAIM;
    return !isSame && (rank === found.rank || isClaim);
  });
  if (other === undefined) return [];
  return [
    {
      code: 'PMED-D203',
      level: 'warning',
      page: null,
      message: `Two dates may be the document's: '${claim(found)}' and '${claim(other)}'; the first was taken.`,
      hint: 'If that is wrong, give the date with --doc-date.',
    },
  ];
}

/** A date with the words that say what it dates. */
function claim({ quote, label }: DateCandidate): string {
  return label === '' ? quote : `${label} ${quote}`;
}

function fromPhrase(words: string | null, source: 'text' | 'metadata'): DocumentDate | null {
  if (words === null) return null;
  const phrase = findDatePhrases(words)[0];
  if (phrase === undefined) return null;
  const { value, precision } = phrase;
  return { value, precision, source, quote: source === 'text' ? words.slice(phrase.start, phrase.end) : null };
}

function fromName(name: string): DocumentDate | null {
  const stem = name.replace(/\.[a-z0-9]{1,8}$/i, '');
  const phrases = findDatePhrases(stem).filter(({ start, precision }) => {
    return precision !== 'year' || !/(?:to|by|vision|until|towards|plan|agenda)[\s_-]*$/i.test(stem.slice(0, start));
  });
  const best = phrases.toSorted((a, b) => precise(a) - precise(b))[0];
  if (best === undefined) return null;
  const { value, precision, start, end } = best;
  return { value, precision, source: 'name', quote: stem.slice(start, end) };
}

function bestOf(list: readonly DateCandidate[]): DateCandidate | null {
  let best: DateCandidate | null = null;
  for (const candidate of list) {
    if (best === null || candidate.rank < best.rank) best = candidate;
  }
  return best;
}

function precise(phrase: DatePhrase): number {
  return phrase.precision === 'day' ? 0 : phrase.precision === 'month' ? 1 : 2;
}

function precisionOf(value: string): DocumentDate['precision'] {
  return value.length > 7 ? 'day' : value.length > 4 ? 'month' : 'year';
}
