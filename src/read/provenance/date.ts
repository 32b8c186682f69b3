/** The date of a document: from the user, the front matter, the text, the metadata or the file's name; never today. */
import type { Block, Diagnostic, DocumentDate } from '../../model/document.ts';
import type { DatePhrase } from './date-phrases.ts';
import { findDatePhrases } from './date-phrases.ts';
import type { Evidence } from './evidence.ts';
import { frontBlocks, lastBlocks } from './places.ts';

/** A date and what the user should know about it. */
export interface DateFound {
  readonly date: DocumentDate | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly phrase: DatePhrase;
  readonly quote: string;
  /** The lower the better. */
  readonly rank: number;
}

/** Words before a date that say what it dates, best first. */
const LABELS: readonly { readonly rank: number; readonly label: RegExp }[] = [
  { rank: 1, label: /\b(?:first\s)?(?:published|issued|released)(?:\son|\sin)?\W{0,4}$/i },
  { rank: 1, label: /\b(?:publication|issue|release)\sdate\W{0,4}$/i },
  { rank: 1, label: /\bdate\sof\s(?:publication|issue|release)\W{0,4}$/i },
  { rank: 1, label: /\bdate\s(?:published|issued|released)\W{0,4}$/i },
  { rank: 2, label: /^\W{0,4}(?:date|dated|as\sof)\W{1,4}$/i },
  { rank: 2, label: /\b(?:ratified|adopted|approved|agreed)(?:\sby\s[\w\s]{1,40})?(?:\son|\sin)?\W{0,4}$/i },
  { rank: 3, label: /\b(?:last\s)?(?:updated|modified|revised|amended)(?:\son|\sin)?\W{0,4}$/i },
  { rank: 3, label: /\b(?:version|edition|issue|draft|revision|v)\s?[\d.]{0,8}\W{0,6}$/i },
  { rank: 4, label: /\b(?:effective|in\sforce|applies)(?:\sdate|\sfrom|\sas\sof)?\W{0,4}$/i },
];
/** Words that make a date on the cover one of something else. */
const PERIOD =
  /\b(?:to|until|from|between|by|ended|ending|since|year|period|vision|towards|april\sto|deadline|due)\b|[–—]\s*\d|\d\s*[–—/]\s*\d/i;
const COPYRIGHT = /(?:©|\(c\)|\bcopyright\b|\bfirst\spublished\b)/i;
/** Kinds of document whose title ends with the year that they are of. */
const DATED_TITLE =
  /\b(?:manifesto|bill|budget|report|survey|outlook|review|statement|update|bulletin|guidance|framework)\W{0,3}$/i;
const LONGEST_LINE = 90;

/**
 * Finds a document's date.
 * @param evidence its blocks and what the file states
 * @param title its title, which may end with the year that it is of
 * @param flag the user's date, `YYYY[-MM[-DD]]`
 */
export function findDate(evidence: Evidence, title: string | null, flag: string | undefined): DateFound {
  if (flag !== undefined)
    return { date: { value: flag, precision: precisionOf(flag), source: 'flag', quote: null }, diagnostics: [] };
  const stated = fromPhrase(evidence.stated.date, 'text');
  if (stated !== null) return { date: stated, diagnostics: [] };
  const list = candidates(evidence.blocks, title);
  const found = bestOf(list);
  const metadata = fromPhrase(evidence.metadata.date, 'metadata');
  if (found !== null && found.phrase.precision !== 'year') {
    const { date, diagnostics } = fromText(found);
    return { date, diagnostics: [...diagnostics, ...rivals(found, list)] };
  }
  // A copyright year and a file made or named in that year: the file knows the month or day.
  for (const other of [metadata, fromName(evidence.name)]) {
    const agrees = found === null || other?.value.startsWith(found.phrase.value) === true;
    if (other !== null && agrees) return { date: other, diagnostics: [] };
  }
  return found === null ? { date: null, diagnostics: [] } : fromText(found);
}

function fromText({ phrase, quote }: Candidate): DateFound {
  const { value, precision } = phrase;
  const diagnostics: Diagnostic[] = [];
  if (phrase.isAmbiguous) {
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

/** What to say where another date, a different one, has as good a claim as the one that was taken. */
function rivals(found: Candidate, list: readonly Candidate[]): readonly Diagnostic[] {
  const { value } = found.phrase;
  const other = list.find(({ rank, phrase }) => {
    const isSame = phrase.value.startsWith(value) || value.startsWith(phrase.value);
    return rank === found.rank && !isSame;
  });
  if (other === undefined) return [];
  return [
    {
      code: 'PMED-D203',
      level: 'warning',
      page: null,
      message: `Two dates may be the document's: '${found.quote}' and '${other.quote}'; the first was taken.`,
      hint: 'If that is wrong, give the date with --doc-date.',
    },
  ];
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

function bestOf(list: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of list) {
    if (best === null || candidate.rank < best.rank) best = candidate;
  }
  return best;
}

/** Dates that may be the document's, in the order of the text. */
function candidates(blocks: readonly Block[], title: string | null): readonly Candidate[] {
  const list: Candidate[] = [];
  const front = frontBlocks(blocks);
  front.forEach((block, index) => {
    for (const phrase of findDatePhrases(block.text)) {
      const rank = frontRank(block, phrase, front, index, title);
      if (rank > 0) list.push({ phrase, quote: block.text.slice(phrase.start, phrase.end), rank });
    }
  });
  for (const block of [...front, ...lastBlocks(blocks)]) {
    if (!COPYRIGHT.test(block.text)) continue;
    for (const phrase of findDatePhrases(block.text)) {
      const rank = phrase.precision === 'year' ? 8 : 5;
      if (isNearCopyright(block.text, phrase))
        list.push({ phrase, quote: block.text.slice(phrase.start, phrase.end), rank });
    }
  }
  return list;
}

/** How good a date at the front of the document is; 0 where it dates something else. */
function frontRank(
  block: Block,
  phrase: DatePhrase,
  front: readonly Block[],
  index: number,
  title: string | null,
): number {
  const { text } = block;
  const before = text.slice(Math.max(0, phrase.start - 60), phrase.start);
  const year = phrase.precision === 'year' ? 5 : 0;
  const label = LABELS.find((entry) => entry.label.test(before));
  const isShort = text.length <= LONGEST_LINE;
  if (
    label !== undefined &&
    (isShort || /\b(?:this|version|first|was)\b/i.test(text.slice(0, phrase.start).slice(-90)))
  ) {
    return label.rank + year;
  }
  if (!isShort) return 0;
  const rest = `${text.slice(0, phrase.start)} ${text.slice(phrase.end)}`;
  if (PERIOD.test(rest)) return 0;
  const isAlone = isLoose(rest);
  if (isAlone && block.kind !== 'item' && block.kind !== 'cell' && front.length > 1) {
    const next = front[index + 1]?.text ?? '';
    // The first day of a period: `1 April 2024`, `to`, `31 March 2025`.
    if (/^(?:to|until|–|-)\b/i.test(next) || /\b(?:to|until|ended|ending)$/i.test(front[index - 1]?.text ?? ''))
      return 0;
    if (year > 0 && isTarget(phrase.value, front)) return 0;
    return 3 + year;
  }
  if (phrase.precision === 'year') {
    const isTitle =
      title?.endsWith(text) === true && phrase.end === text.length && DATED_TITLE.test(text.slice(0, phrase.start));
    return isTitle ? 9 : 0;
  }
  // `Board meeting, 23 September 2025`: a title that ends with its date.
  return block.kind === 'heading' || index < 3 ? (phrase.end === text.length ? 4 : 0) : 0;
}

/** Whether little stands beside a date on its line: a place, a version, a weekday; not a sentence. */
function isLoose(rest: string): boolean {
  const words = rest.match(/[\p{L}\p{N}.]+/gu) ?? [];
  return words.length <= 4 && words.every((word) => word.length <= 12) && !/[^\p{L}\p{N}\s|,.:;()/–—-]/u.test(rest);
}

/** Whether the front speaks of a year as one to come: `Vision 2030`, `by 2030`. */
function isTarget(year: string, front: readonly Block[]): boolean {
  const coming = new RegExp(
    String.raw`\b(?:by|to|until|towards|vision|agenda|plan|horizon)(?:\sfor)?\s${year}\b|\b${year}\s(?:vision|agenda)\b`,
    'i',
  );
  return front.some((block) => coming.test(block.text));
}

function isNearCopyright(text: string, phrase: DatePhrase): boolean {
  const around = text.slice(Math.max(0, phrase.start - 60), Math.min(text.length, phrase.end + 12));
  return COPYRIGHT.test(around);
}

function precise(phrase: DatePhrase): number {
  return phrase.precision === 'day' ? 0 : phrase.precision === 'month' ? 1 : 2;
}

function precisionOf(value: string): DocumentDate['precision'] {
  return value.length > 7 ? 'day' : value.length > 4 ? 'month' : 'year';
}
