/** The title of a document: stated in the front matter, printed on the cover, or in the metadata. */
import type { Block } from '../../model/document.ts';
import { isDateLine, isTitleLike } from '../flow/titles.ts';
import type { Evidence, Found } from '../provenance.ts';
import { frontBlocks } from './places.ts';

/** Headings that every document has, and that name none. */
const GENERIC =
  /^(?:(?:table\sof\s)?contents?|foreword|preface|introduction|(?:executive\s)?summary|acknowledg(?:e)?ments|disclaimer|document\s(?:control|history)|version\shistory|abstract|overview|background|index|note|warning|important|copyright|licen[cs]e|appendix|annex|table\s\d.*|figure\s\d.*|page\s\d.*|draft)$/i;
/** What archives and publishers put before the cover. */
const ARCHIVED = /\b(?:archived?|withdrawn|superseded|this\s(?:document|content|page|publication)\s(?:was|is|has))\b/i;
/** Titles that programs make up. */
const MADE_UP =
  /^(?:microsoft\s(?:word|powerpoint|excel)\b.*|untitled.*|document\s?\d*|slide\s?\d*|powerpoint\spresentation|layout\s?\d*|print|cover.*|title|pdf|template.*|[\d\s._-]+|.*\.(?:docx?|pdf|indd|qxd|qxp|pptx?|xlsx?|rtf|pub|pages|pmd|fm|ps|ai|tmp))$/i;
const LONGEST = 200;
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
  if (value === null || value.length < 5 || MADE_UP.test(value)) return null;
  if (!/\s/.test(value) && /[_\d-]/.test(value)) return null;
  return value;
}

/** Whether at least four fifths of a title's words stand at the front of the document. */
function isPrinted(title: string, front: readonly Block[]): boolean {
  const printed = new Set(front.slice(0, 25).flatMap((block) => wordsIn(block.text)));
  const words = wordsIn(title);
  return words.length > 1 && words.filter((word) => printed.has(word)).length * 5 >= words.length * 4;
}

/** The highest heading of the first blocks, else a first line in the form of a title. */
function printedTitle(front: readonly Block[]): string | null {
  let best: Block | null = null;
  for (const block of front.slice(0, FIRST_BLOCKS)) {
    if (block.kind !== 'heading' || !canBeTitle(block.text)) continue;
    if (best === null || block.level < best.level) best = block;
  }
  if (best !== null) return tidy(best.marker === null ? best.text : `${best.marker} ${best.text}`);
  if (front.length < 3) return null;
  for (const block of front.slice(0, 4)) {
    if (block.kind === 'paragraph' && isTitleLike(block.text) && canBeTitle(block.text)) return tidy(block.text);
  }
  return null;
}

function canBeTitle(text: string): boolean {
  return (
    text.length <= LONGEST && !GENERIC.test(text.replace(/[.:]$/, '')) && !isDateLine(text) && !ARCHIVED.test(text)
  );
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

function tidy(title: string | null): string | null {
  const value = title?.replace(/\s+/g, ' ').trim() ?? '';
  return value === '' ? null : value.slice(0, LONGEST);
}
