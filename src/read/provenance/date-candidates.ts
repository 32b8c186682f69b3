/** The dates at the front and the end of a document that may be its own, and how good a claim each of them has. */
import type { Block } from '../../model/document.ts';
import { withoutEnd } from '../../model/without-end.ts';
import type { DatePhrase } from './date-phrases.ts';
import { findDatePhrases, isDateline } from './date-phrases.ts';
import { frontBlocks, labelled, lastBlocks, noticeBlocks } from './places.ts';

/** A date that may be the document's. */
export interface DateCandidate {
  readonly phrase: DatePhrase;
  readonly quote: string;
  /** The lower the better. */
  readonly rank: number;
  /** Words before it that say what it dates; empty where it only stands there. */
  readonly label: string;
}

/** Words before a date that say what it dates, best first. */
const LABELS: readonly { readonly rank: number; readonly label: RegExp }[] = [
  { rank: 4, label: /\bfirst\s(?:published|issued|released)(?:\son|\sin)?\W{0,4}$/i },
  { rank: 1, label: /\b(?:published|issued|released)(?:\son|\sin)?\W{0,4}$/i },
  { rank: 1, label: /\b(?:publication|issue|release)\sdate\W{0,4}$/i },
  { rank: 1, label: /\bdate\sof\s(?:publication|issue|release)\W{0,4}$/i },
  { rank: 1, label: /\bdate\s(?:published|issued|released)\W{0,4}$/i },
  { rank: 2, label: /^\W{0,4}(?:date|dated|as\sof)(?:\sthe)?\W{1,4}$/i },
  { rank: 2, label: /\bto\sbe\sprinted(?:\son)?(?:\sthe)?\W{0,4}$/i },
  { rank: 2, label: /\b(?:ratified|adopted|approved|agreed)(?:\sby\s[\w\s]{1,40})?(?:\son|\sin)?\W{0,4}$/i },
  { rank: 2, label: /\b(?:ratification|adoption|approval)\sdate\W{0,4}$/i },
  { rank: 3, label: /\b(?:last\s)?(?:updated|modified|revised|amended)(?:\son|\sin)?\W{0,4}$/i },
  { rank: 3, label: /\b(?:version|edition|issue|draft|revision|v)\s?[\d.]{0,8}(?:\sof)?\W{0,6}$/i },
  { rank: 4, label: /\b(?:effective|in\sforce|applies|commencement)(?:\sdate|\sfrom|\sas\sof)?\W{0,4}$/i },
];
/** A date after these is that of another document, or of something to come. */
const OTHERS =
  /\b(?:supersed\w+|replac\w+|repeal\w+|withdrawn|archived?|(?:next|due\sfor)\sreview|review\s(?:date|due|by)|expir\w+|valid\suntil|date\sof\s(?:next\s)?review)\b/i;
/** A year after the name of a law is part of it. */
const LAW =
  /\b(?:Acts?|Regulations|Rules|Order|Bill|Code|Directive|Law|Ordinance|ACTS?|REGULATIONS|RULES|ORDER),?\s(?:of\s)?$/;
/** The heading of a table of versions: its rows date the versions, the last of them this one. */
const HISTORY =
  /^(?:\d[\d.]*\s)?(?:document|version|revision|change|amendment)s?\s(?:control|history|log|record|table)\b/i;
/** Words that make a date on the cover one of something else. */
const PERIOD =
  /\b(?:to|until|from|between|by|ended|ending|since|year|period|vision|towards|april\sto|deadline|due)\b|[–—]\s*\d|\d\s*[–—/]\s*\d/i;
/** Who made the document is no deadline. */
const BY = /^\W{0,4}(?:prepared|produced|published|issued|written|adopted)\sby\s/i;
const COPYRIGHT = /(?:©|\(c\)|\bcopyright\b|\bfirst\spublished\b)/i;
/** Kinds of document whose title ends with the year that they are of. */
const DATED_TITLE =
  /\b(?:manifesto|act|bill|budget|order|ordinance|regulations|report|rules|survey|outlook|review|statement|update|bulletin|guidance|framework)\W{0,3}$/i;
/** What sentences have and covers have not. */
const FINITE = /\b(?:is|are|was|were|has|have|had|will|shall|must|said|says|met|we|they)\b/i;
const LONGEST_LINE = 90;
/** The longest line of a cover that holds title, date and author. */
const LONGEST_COVER = 160;
/** How much worse a label counts in the last lines than at the front. */
const AT_END = 3;
/** Where a table of versions ranks. */
const OF_HISTORY = 5;
/** Where a running head ranks, and how many blocks are looked through for one. */
const OF_HEAD = 6;
const FIRST_PAGES = 60;

/**
 * Dates that may be the document's, in the order of the text.
 * @param title the document's title, which may end with the year that it is of
 */
export function dateCandidates(blocks: readonly Block[], title: string | null): readonly DateCandidate[] {
  const list: DateCandidate[] = [];
  const front = frontBlocks(blocks);
  const last = lastBlocks(blocks);
  const history = [...historyRows(front), ...historyRows(last)];
  const add = (block: Block, phrase: DatePhrase, rank: number, label = ''): void => {
    if (rank > 0) list.push({ phrase, quote: block.text.slice(phrase.start, phrase.end), rank, label });
  };
  front.forEach((block, index) => {
    if (history.includes(block)) return;
    for (const phrase of findDatePhrases(block.text)) {
      const { rank, label } = frontRank(block, phrase, front, index, title);
      add(block, phrase, rank, label);
    }
  });
  for (const [block, phrase] of noticeBlocks(blocks).flatMap(datesOf)) {
    const { rank, label } = labelRank(block, phrase);
    if (labelled(block, /./) !== null) add(block, phrase, rank, label);
  }
  for (const [block, phrase] of last.flatMap(datesOf)) {
    const { rank, label } = history.includes(block) ? NOTHING : labelRank(block, phrase);
    // Only a row or line that is nothing but its label and date: others date what the text speaks of.
    const isOwn = labelled(block, /./) !== null || block.text.slice(0, phrase.start).trim().length <= label.length + 2;
    if (rank > 0 && isOwn) add(block, phrase, rank + AT_END);
  }
  for (const [block, phrase] of runningHeads(blocks).flatMap(datesOf)) {
    const rest = `${block.text.slice(0, phrase.start)} ${block.text.slice(phrase.end)}`;
    const isNamed = /\p{L}/u.test(block.text.slice(phrase.start, phrase.end));
    if (phrase.precision !== 'year' && isNamed && !isOthers(block.text, phrase) && !PERIOD.test(rest))
      add(block, phrase, OF_HEAD);
  }
  for (const [block, phrase] of [...front, ...last].flatMap(datesOf)) {
    if (isNearCopyright(block.text, phrase)) add(block, phrase, phrase.precision === 'year' ? 8 : 5);
  }
  const newest = history.flatMap(datesOf).toSorted(([, a], [, b]) => (a.value < b.value ? 1 : -1))[0];
  if (newest !== undefined) add(newest[0], newest[1], OF_HISTORY);
  return list;
}

/** Running heads and feet of the first pages. */
function runningHeads(blocks: readonly Block[]): readonly Block[] {
  const heads = blocks
    .slice(0, FIRST_PAGES)
    .filter(({ kind, text }) => kind === 'furniture' && text.length <= LONGEST_LINE);
  return noticeBlocks(blocks).length > 0 ? [] : heads;
}

function datesOf(block: Block): (readonly [Block, DatePhrase])[] {
  return findDatePhrases(block.text).map((phrase) => [block, phrase] as const);
}

/** The rows of a table of versions. */
function historyRows(blocks: readonly Block[]): readonly Block[] {
  const rows: Block[] = [];
  let isHistory = false;
  for (const block of blocks) {
    if (block.kind === 'heading') isHistory = HISTORY.test(block.text);
    else if (block.kind === 'cell') {
      const head = block.header?.join(' ') ?? block.text;
      isHistory ||= /\b(?:version|ver|revision|issue)\b/i.test(head) && /\b(?:date|adopted|effective)\b/i.test(head);
      if (isHistory && labelled(block, /date|publish|issue|approv|ratif/i) === null) rows.push(block);
    } else if (!isHistory || block.text.length > LONGEST_LINE) isHistory = false;
  }
  return rows;
}

/** How good a date is, and the words that say so. */
interface Rank {
  /** 0 where it dates something else. */
  readonly rank: number;
  readonly label: string;
}

const NOTHING: Rank = { rank: 0, label: '' };

/** What stands before a place in its sentence, at most four hundred characters. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 400), at);
  return before.slice(Math.max(0, before.lastIndexOf('. '), before.lastIndexOf('; ')));
}

/** Whether a date is that of another document or of something to come; with a time of day, of a signature or print. */
function isOthers(text: string, { start, end }: DatePhrase): boolean {
  return OTHERS.test(sentenceBefore(text, start)) || /^,?\s\d{1,2}:\d\d/.test(text.slice(end, end + 8));
}

/** The rank of a date by the words before it. */
function labelRank({ kind, text }: Block, phrase: DatePhrase): Rank {
  const before = text.slice(Math.max(0, phrase.start - 60), phrase.start);
  if (isOthers(text, phrase)) return NOTHING;
  const entry = LABELS.find(({ label }) => label.test(before));
  if (entry === undefined) return NOTHING;
  // `Guidance (TA9; published 3 May 2021) says` dates the guidance.
  const open = text.lastIndexOf('(', phrase.start);
  const close = text.indexOf(')', phrase.end);
  const isAside = open > 0 && close > 0 && text.indexOf(')', open) === close && close < text.length - 2;
  if (isAside && kind !== 'heading') return NOTHING;
  const isShort = text.length <= LONGEST_LINE;
  const isOwn = isShort || /\b(?:this|version|first|was|printed)\b/i.test(text.slice(0, phrase.start).slice(-90));
  if (!isOwn) return NOTHING;
  const words = entry.label.exec(before)?.[0] ?? '';
  return {
    rank: entry.rank + (phrase.precision === 'year' ? 5 : 0),
    label: withoutEnd(words.replace(/^\W+/, ''), /[\s|]/),
  };
}

/** How good a date at the front of the document is. */
function frontRank(
  block: Block,
  phrase: DatePhrase,
  front: readonly Block[],
  index: number,
  title: string | null,
): Rank {
  const { text } = block;
  const own = labelRank(block, phrase);
  if (own.rank > 0) return own;
  const before = text.slice(0, phrase.start);
  if (isOthers(text, phrase) || (phrase.precision === 'year' && LAW.test(before) && title?.endsWith(text) !== true))
    return NOTHING;
  return { rank: placeRank(block, phrase, front, index, title), label: '' };
}

/** How good a date is that only stands there. */
function placeRank(
  block: Block,
  phrase: DatePhrase,
  front: readonly Block[],
  index: number,
  title: string | null,
): number {
  const { text } = block;
  const year = phrase.precision === 'year' ? 5 : 0;
  const rest = `${text.slice(0, phrase.start)} ${text.slice(phrase.end).replace(BY, '')}`;
  if (text.length > LONGEST_LINE) {
    return text.length <= LONGEST_COVER && isCover(block, index, rest) ? 5 + year : 0;
  }
  if (PERIOD.test(rest)) return 0;
  const isLine = block.kind !== 'item' && block.kind !== 'cell' && front.length > 1;
  if (isLine && year === 0 && isDateline(text)) return 3;
  if (isLine && isLoose(rest)) {
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
  if (phrase.end === text.length) return block.kind === 'heading' || index < 3 ? 4 : 0;
  return isCover(block, index, rest) ? 5 : 0;
}

/** Whether a line is all of a cover: title, date and perhaps author, and no sentence. */
function isCover({ kind, text }: Block, index: number, rest: string): boolean {
  const isLine = (kind === 'paragraph' || kind === 'heading') && index === 0 && /^\P{Ll}/u.test(text);
  return isLine && !/[.;?!]/.test(rest) && !PERIOD.test(rest) && !FINITE.test(rest);
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
  return front.some((block, index) => coming.test(`${front[index - 1]?.text.slice(-40) ?? ''} ${block.text}`));
}

function isNearCopyright(text: string, phrase: DatePhrase): boolean {
  const around = text.slice(Math.max(0, phrase.start - 60), Math.min(text.length, phrase.end + 12));
  return COPYRIGHT.test(around);
}
