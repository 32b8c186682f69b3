/** The title of a document: stated in the front matter, printed on the cover, or in the metadata. */
import type { Block } from '../../model/document.ts';
import { isCapitals, isDateLine, isTitleLike } from '../flow/titles.ts';
import type { Evidence, Found } from './evidence.ts';
import { frontBlocks } from './places.ts';
import { isBody, isNameOfBody } from './publisher.ts';

/** Headings that every document has, and that name none. */
const GENERIC = new RegExp(
  String.raw`^(?:[\d.]{1,5}\s)?(?:${[
    String.raw`(?:table\sof\s)?contents?`,
    String.raw`in\sthis\s(?:document|issue|report)|arrangement\sof\b.*`,
    'foreword|preface|introduction|abstract|overview|background|index|conclusions?|references',
    String.raw`(?:executive\s)?summary(?:\sdocument)?`,
    'acknowledge?ments?|disclaimer|note|warning|important|copyright|licen[cs]e|draft',
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
const NO_TITLE = /:$|\s\d{1,3}$/;
/** Titles that programs make up. */
const MADE_UP =
  /^(?:microsoft\s(?:word|powerpoint|excel)\b.*|untitled.*|document\s?\d*|slide\s?\d*|powerpoint\spresentation|layout\s?\d*|print|cover.*|title|pdf|template.*|[\d\s._-]+|.*\.(?:docx?|pdf|indd|qxd|qxp|pptx?|xlsx?|rtf|pub|pages|pmd|fm|ps|ai|tmp))$/i;
const LONGEST = 200;
/** A title put together from several lines has no more words. */
const MOST_WORDS = 15;
/** Headings this far into the front may be the title. */
const FIRST_BLOCKS = 12;

/**
 * Finds a document's title.
 * A metadata title counts before the printed one only where its words stand on the first pages too: people save new
 * documents over old ones and keep the field.
 */
export function findTitle(evidence: Evidence): Found | null {
  const stated = tidy(evidence.stated.title);
  if (stated !== null) return { value: stated, source: 'text', quote: stated };
  const front = frontBlocks(evidence.blocks);
  const metadata = realTitle(evidence.metadata.title);
  if (metadata !== null && isPrinted(metadata, front)) return { value: metadata, source: 'metadata', quote: null };
  const printed = printedTitle(front);
  if (printed !== null) return { value: printed, source: 'text', quote: printed };
  return metadata === null ? null : { value: metadata, source: 'metadata', quote: null };
}

/** A metadata title that a person has written; null where it is a file name or a program's default. */
function realTitle(title: string | null): string | null {
  const value = tidy(title);
  if (value === null || value.length < 5 || MADE_UP.test(value) || isBody(value)) return null;
  if (!/\s/.test(value) && /[_\d-]/.test(value)) return null;
  return value;
}

/** Whether at least four fifths of a title's words stand at the front of the document. */
function isPrinted(title: string, front: readonly Block[]): boolean {
  const printed = new Set(front.slice(0, 25).flatMap((block) => wordsIn(block.text)));
  const words = wordsIn(title);
  return words.length > 1 && words.filter((word) => printed.has(word)).length * 5 >= words.length * 4;
}

/**
 * The highest heading of the first blocks; or, where nothing but short lines stands before it, those lines as far as
 * they look like a title. A title that runs over several lines is put together.
 */
function printedTitle(front: readonly Block[]): string | null {
  const first = front.slice(0, FIRST_BLOCKS);
  let best = -1;
  first.forEach((block, index) => {
    if (block.kind !== 'heading' || !canBeTitle(block)) return;
    const level = first[best]?.level ?? 9;
    if (best < 0 || block.level < level) best = index;
  });
  const cover = front.length < 3 ? -1 : first.slice(0, 3).findIndex((block) => isCoverLine(block) && canBeTitle(block));
  const isCover =
    cover >= 0 &&
    (best < 0 || (cover < best && best > 2 && first.slice(0, best).every((block) => block.text.length < 100)));
  const start = isCover ? cover : best;
  return start < 0 ? null : joined(first, start);
}

/** The title that begins with a block, and the lines after it that belong to it. */
function joined(blocks: readonly Block[], start: number): string | null {
  const first = blocks[start];
  if (first === undefined) return null;
  let title = first.marker === null ? first.text : `${first.marker} ${first.text}`;
  for (let i = start + 1; i < blocks.length; i++) {
    const next = blocks[i];
    if (next === undefined || !goesOn(first, next)) break;
    const longer = `${title} ${next.text}`;
    if (longer.split(' ').length > MOST_WORDS) break;
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

function isCoverLine(block: Block): boolean {
  return block.kind === 'paragraph' && isTitleLike(block.text) && !/[@|]|www\.|\d{4}$|\bversion\b/i.test(block.text);
}

function canBeTitle(block: Block): boolean {
  const { text } = block;
  if (text.length > LONGEST || isDateLine(text) || ARCHIVED.test(text) || NO_TITLE.test(text)) return false;
  if (isNameOfBody(block, null)) return false;
  return !GENERIC.test(text.replace(/[.:]$/, ''));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

function tidy(title: string | null): string | null {
  const value = title?.replace(/\s+/g, ' ').trim() ?? '';
  return value === '' ? null : value.slice(0, LONGEST);
}
