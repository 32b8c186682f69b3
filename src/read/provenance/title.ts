/** The title of a document: stated in the front matter, printed on the cover, or in the metadata. */
import type { Block } from '../../model/document.ts';
import { withoutEnd } from '../../model/without-end.ts';
import { isCapitals, isDateLine, isTitleLike } from '../flow/titles.ts';
import { findDatePhrases, isDateline } from './date-phrases.ts';
import type { Evidence, Found } from './evidence.ts';
import { frontBlocks, labelled, noticeBlocks, pageOf } from './places.ts';
import { isBody, isNameOfBody } from './publisher.ts';

/** Headings that every document has, and that name none. */
const GENERIC = new RegExp(
  String.raw`^(?:[\d.]{1,5}\s)?(?:${[
    String.raw`(?:table\sof\s)?contents?`,
    String.raw`in\sthis\s(?:document|issue|report)|arrangement\sof\b.*`,
    'foreword|preface|introduction|abstract|overview|background|index|conclusions?|references',
    String.raw`(?:executive\s)?summary(?:\sdocument)?`,
    'acknowledge?ments?|disclaimer|note|warning|important|copyright|licen[cs]e|draft|memo(?:randum)?',
    'preliminary|preamble|paragraphs?|sections?|articles?|clauses?|regulations?|rules?|orders?|acts?|schedules?',
    String.raw`(?:extra)?ordinary|signature\spage|resolution|for\simmediate\srelease|client\salert|(?=.*\bgazette\b).*`,
    String.raw`(?:legal|government|general)\snotices?\b.*|(?:general\selection\s)?manifesto(?:\s\d{4})?|act\sno\.?\s?\d.*|\(.*\)|acts?,?\s\d{4}`,
    String.raw`(?:\d{4}|revised|updated|first|second|third|new|draft|final)\s(?:update|edition|version|draft|revision)`,
    String.raw`(?:archived|superseding|attached)\sdocument|additional\sinformation|in\sbrief`,
    String.raw`(?:document|version|revision|change)\s(?:control|history|log|record)|terms?\s(?:and\s)?definitions?`,
    String.raw`(?:appendix|annex|table|figure|page|part)\b.*|(?:chapter|section|article)\s[\divxlc]+`,
    String.raw`notification\b.*|special\s?issue|gazette`,
    String.raw`research(?:\s(?:and\sanalysis|briefing|paper|report|article))?|policy\spaper|white\spaper|green\spaper`,
    String.raw`(?:briefing|discussion|working|survey|original|corporate|official)\s(?:paper|report|article|research|statistics)`,
    String.raw`guidance|consultation|report|strategy|news|press\srelease|speech|open\s(?:access|forum)|publication`,
  ].join('|')})$`,
  'i',
);
/** What archives and publishers put before the cover. */
const ARCHIVED = /\b(?:archived?|withdrawn|superseded|this\s(?:document|content|page|publication)\s(?:was|is|has))\b/i;
/** A stem, or an entry of the contents with its page. */
const NO_TITLE = /[:,;–—-]$|\s\d{1,3}$/;
/** How the second half of a line begins. */
const SECOND_HALF = /^(?:and|or|of|for|to|in|with|by|on|at)\s/;
/** Words that no title ends with. */
const OPEN_END = /\s(?:a|an|and|at|by|for|from|in|of|on|or|our|the|their|to|with|your|&)$/i;
/** Kinds of document whose titles end with their year. */
const WITH_YEAR =
  /\b(?:act|agenda|bill|budget|by-?laws?|charter|code|decree|directive|framework|guid(?:ance|elines?)|manifesto|measures?|order|ordinance|outlook|plan|policy|programme|program|regulations?|report|review|rules|statement|strategy|survey|update),?\s(?:for\s)?\d{4}$/i;
/** How laws and orders are called: capitalised words that end with a kind of instrument and its year. */
const STATUTE =
  /^(?:[\p{Lu}(][^.;:|]{6,180}?)\s(?:act|order|rules|regulations|ordinance|by-?laws|measures|directive|decree|code)\)?(?:,|\s|\s\((?:no|amendment)[^)]{1,20}\),?)\s?\d{4}$/iu;
/** The first cell of the row of a document control table that holds the title. */
const TITLE_ROW = /^(?:(?:document|policy|report|full)\s)?(?:title|subject|name\sof\s(?:document|policy|report))$/i;
/** Titles that programs make up. */
const MADE_UP =
  /^(?:microsoft\s(?:word|powerpoint|excel)\b.*|untitled.*|document\s?\d*|slide\s?\d*|powerpoint\spresentation|layout\s?\d*|print|cover.*|title|pdf|template.*|[\d\s._-]+|.*\.(?:docx?|pdf|indd|qxd|qxp|pptx?|xlsx?|rtf|pub|pages|pmd|fm|ps|ai|tmp))$/i;
/** The number of a version, a year or a part. */
const NUMBER = /\d+(?:\.\d+){0,4}/g;
/** Those who sign a document are not its title. */
const PERSON = /^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Lord|Lady|The\s(?:Rt\s)?Hon|Rt\s?Hon|Hon)\b\.?\s/;
const LONGEST = 200;
/** A title put together from several lines has no more words. */
const MOST_WORDS = 15;
/** With an end that stays open it may have as many. */
const MOST_OPEN_WORDS = 25;
/** Headings this far into the front may be the title. */
const FIRST_BLOCKS = 12;
/** A law's name may stand after the names of its gazette. */
const FIRST_OF_GAZETTE = 25;
/** Running text has at least this many characters; after two such paragraphs no title comes. */
const RUNNING_TEXT = 160;

/**
 * Finds a document's title.
 * A metadata title counts before the printed one only where its words stand on the first pages too: people save new
 * documents over old ones and keep the field. A book's own title counts in any case.
 */
export function findTitle(evidence: Evidence): Found | null {
  const stated = tidy(evidence.stated.title);
  if (stated !== null) return { value: stated, source: 'text', quote: stated };
  const front = frontBlocks(evidence.blocks);
  const metadata = realTitle(evidence.metadata.title);
  if (metadata !== null && (evidence.metadata.isOwn === true || isPrinted(metadata, front)))
    return { value: metadata, source: 'metadata', quote: null };
  const isGazette = front.slice(0, FIRST_BLOCKS).some(({ text }) => /\bgazette\b/i.test(text));
  const printed =
    titleRow(noticeBlocks(evidence.blocks)) ??
    (isGazette ? statute(front) : null) ??
    printedTitle(front) ??
    titleRow(front) ??
    statute(front);
  if (printed !== null) return { value: printed, source: 'text', quote: printed };
  return metadata !== null && isAbout(metadata, front) ? { value: metadata, source: 'metadata', quote: null } : null;
}

/** A metadata title that a person has written; null where it is a file name or a program's default. */
function realTitle(title: string | null): string | null {
  const value = tidy(title);
  if (value === null || value.length < 5 || MADE_UP.test(value) || isBody(value) || value.includes('://')) return null;
  if (!/\s/.test(value) && /[_\d-]/.test(value)) return null;
  return value;
}

/**
 * Whether at least four fifths of a title's words stand together at the front of the document, and all of its numbers:
 * files keep the title of the draft or of the year before.
 */
function isPrinted(title: string, front: readonly Block[]): boolean {
  const words = wordsIn(title);
  if (words.length < 2) return false;
  const near = front.slice(0, 25);
  const known = new Set(near.flatMap(({ text }) => text.match(NUMBER) ?? []));
  if (title.match(NUMBER)?.some((number) => !known.has(number)) === true) return false;
  return near.some((block, index) => {
    const printed = new Set(
      wordsIn([block, near[index + 1], near[index + 2]].map((each) => each?.text ?? '').join(' ')),
    );
    if (words.some((word) => /\d/.test(word) && !printed.has(word))) return false;
    return words.filter((word) => printed.has(word)).length * 5 >= words.length * 4;
  });
}

/** Whether at least half of a title's words stand anywhere at the front: those of another document hardly do. */
function isAbout(title: string, front: readonly Block[]): boolean {
  const words = wordsIn(title);
  const printed = new Set(front.flatMap((block) => wordsIn(block.text)));
  return front.length < 3 || words.filter((word) => printed.has(word)).length * 2 >= words.length;
}

/** The title that a document control table gives. */
function titleRow(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    const title = labelled(block, TITLE_ROW);
    if (title !== null && !GENERIC.test(title)) return tidy(title);
  }
  return null;
}

/** The name of a law or order, where nothing is set as a title. */
function statute(front: readonly Block[]): string | null {
  for (const { text } of front.slice(0, FIRST_OF_GAZETTE)) {
    const name = withoutEnd(text.slice(0, LONGEST + 20), /[\s.…]/);
    if (STATUTE.test(name) && !/\b(?:under|pursuant|exercise|called|cited)\b/i.test(name)) return tidy(name);
  }
  return null;
}

/**
 * The highest heading of the page that the first one stands on; or, where nothing but short lines stands before it, those
 * lines as far as they look like a title. A title that runs over several lines is put together.
 */
function printedTitle(front: readonly Block[]): string | null {
  const first = titlePart(front);
  const best = bestHeading(first);
  const cover = front.length < 3 ? -1 : first.slice(0, 3).findIndex((block) => isCoverLine(block) && canBeTitle(block));
  const isCover = cover >= 0 && (best < 0 || (cover < best && isCoverAbove(first, cover, best)));
  const start = isCover ? cover : best;
  const dated = start > 0 ? null : datedLine(first);
  return dated ?? (start >= 0 ? joined(first, start) : null);
}

/** The blocks among which the title stands: the first, without the table of contents, up to the second long paragraph. */
function titlePart(front: readonly Block[]): readonly Block[] {
  const part: Block[] = [];
  /** The page of the table of contents, and how high its heading is. */
  let contents = 0;
  let height = 0;
  let long = 0;
  for (const block of front) {
    if (part.length >= FIRST_BLOCKS || long >= 2) break;
    if (/^(?:table\sof\s)?contents\W{0,3}$/i.test(block.text)) {
      contents = pageOf(block);
      height = block.kind === 'heading' ? block.level : 0;
    } else if (block.kind === 'heading' && block.level < height) contents = 0;
    // On pages, what comes below the word is the list up to a higher heading; elsewhere its entries tell where it ends.
    if (contents > 0 && contents === pageOf(block) && isPaged(front)) continue;
    if (block.kind !== 'heading' && block.text.length >= RUNNING_TEXT) long++;
    part.push(block);
  }
  return part;
}

function isPaged(front: readonly Block[]): boolean {
  return front.some((block) => pageOf(block) > 1);
}

/**
 * The highest heading that can be a title, the first of several; once there is one, none that comes after running text
 * or on another page; -1 without any.
 */
function bestHeading(first: readonly Block[]): number {
  let best = -1;
  let isAfterText = false;
  let isBegun = false;
  for (const [index, block] of first.entries()) {
    if (block.kind !== 'heading') isAfterText ||= block.text.length >= RUNNING_TEXT;
    else isBegun ||= !isAfterText && GENERIC.test(block.text);
    // `Introduction` and its text: what follows are the parts of a document without a title.
    if (isAfterText && isBegun) break;
    const known = first[best];
    if (known !== undefined && (isAfterText || pageOf(block) !== pageOf(known))) break;
    if (block.kind !== 'heading' || !canBeTitle(block) || SECOND_HALF.test(block.text)) continue;
    if (known === undefined || block.level < known.level || (isMotto(known) && !isMotto(block))) best = index;
  }
  return best;
}

/** Whether a line of the cover is the title rather than the heading below it: over nothing but short lines, or dated. */
function isCoverAbove(first: readonly Block[], cover: number, best: number): boolean {
  const between = first.slice(cover + 1, best);
  const isDated = between.some((block) => block.text.length < 60 && /\b(?:19|20)\d\d\b/.test(block.text));
  return (best > 2 && between.every((block) => block.text.length < 100)) || (isDated && cover === 0);
}

/** What stands before the date of a line that holds title, date and author of a short cover; null where none does. */
function datedLine(first: readonly Block[]): string | null {
  const line = first[0];
  const phrase = findDatePhrases(line?.text.slice(0, 200) ?? '').find(({ precision }) => precision !== 'year');
  if (
    line === undefined ||
    !/^(?:paragraph|heading)$/.test(line.kind) ||
    phrase === undefined ||
    line.text.length > LONGEST
  )
    return null;
  if (!/^\W{0,4}(?:(?:prepared|produced|published|issued|written|adopted)\s)?by\b/i.test(line.text.slice(phrase.end)))
    return null;
  const before = withoutEnd(line.text.slice(0, phrase.start), /[\s,|–—(-]/);
  return isTitleLike(before) && before.includes(' ') && canBeTitle({ ...line, text: before }) ? tidy(before) : null;
}

/** A line in quotation marks, as mottoes stand above the title. */
function isMotto({ text }: Block): boolean {
  return /^[‘“"'].{10,}[’”"']$/.test(text);
}

/** The title that begins with a block, and the lines after it that belong to it. */
function joined(blocks: readonly Block[], start: number): string | null {
  const first = blocks[start];
  if (first === undefined) return null;
  let title = first.marker === null ? first.text : `${first.marker} ${first.text}`;
  for (let i = start + 1; i < blocks.length; i++) {
    const next = blocks[i];
    if (next === undefined || !(goesOn(first, next) || isRest(title, first, next))) break;
    const longer = `${title} ${next.text}`;
    if (longer.split(' ').length > (OPEN_END.test(title) ? MOST_OPEN_WORDS : MOST_WORDS)) break;
    title = longer;
  }
  return tidy(title);
}

/** Whether a line of the cover goes on with the title: made alike, and no title, date or organisation of its own. */
function goesOn(first: Block, next: Block): boolean {
  if (next.kind !== first.kind || next.marker !== null || !canBeTitle(next) || /[.?!:)]$/.test(first.text))
    return false;
  if (next.kind === 'heading') return next.level === first.level && isCapitals(next.text) === isCapitals(first.text);
  return isCoverLine(next) && first.text.split(' ').length <= 6 && isCapitals(next.text) === isCapitals(first.text);
}

/** Whether a line ends what the title stops in the middle of: `Health and`, `wellbeing at`, `work 2025`. */
function isRest(title: string, first: Block, next: Block): boolean {
  if (next.marker !== null || next.text.length > 60 || /[.!?;:@|]$|www\.|:\/\/|^under\b/.test(next.text)) return false;
  if ((next.kind !== 'heading' && next.kind !== 'paragraph') || isDateLine(next.text) || GENERIC.test(next.text))
    return false;
  return OPEN_END.test(title) || (next.kind === first.kind && /^\p{Ll}/u.test(next.text));
}

function isCoverLine(block: Block): boolean {
  const { kind, text } = block;
  if (kind !== 'paragraph' || !isTitleLike(text) || !/\s|\p{L}{6}/u.test(text) || /[@|]|www\.|\bversion\b/i.test(text))
    return false;
  return !/\d{4}$/.test(text) || (WITH_YEAR.test(text) && text.split(' ').length > 3);
}

function canBeTitle(block: Block): boolean {
  const { text } = block;
  if (text.length > LONGEST || isDateLine(text) || ARCHIVED.test(text) || NO_TITLE.test(text)) return false;
  if (isNameOfBody(block, null) || isDateline(text) || PERSON.test(text)) return false;
  return !GENERIC.test(text.replace(/[.:]$/, ''));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

function tidy(title: string | null): string | null {
  const value = title?.replace(/\s+/g, ' ').trim() ?? '';
  return value === '' ? null : value.slice(0, LONGEST);
}
