/** How much text of one document is read, whatever its kind, and how a longer one is cut. */
import type { Block, Diagnostic } from '../model/document.ts';
import type { Content } from './content.ts';

/**
 * The most text of a document that is read, in characters, where ends of lines and sentences and digits count for
 * more: what is kept of a document grows with its sentences and dates as well. Of prose that is some four million
 * characters, or 1,300 pages; an analysis of any text of this measure stays below a gigabyte.
 */
export const MOST_TEXT = 8_000_000;
/** No character of any encoding has more bytes: what lies beyond this many need not be decoded. */
export const MOST_BYTES = 4 * MOST_TEXT;

/** What an end of a line or sentence, and a digit, count for beyond themselves. */
const END = 30;
const DIGIT = 4;
/** How far back from the limit a better place to cut is looked for, in characters. */
const REACH = 100_000;
/** Places to cut at, the best first. */
const BREAKS = ['\n\n', '\n', '. ', ' '];

/** How many characters of a text are read; its length where all are. */
function readable(text: string): number {
  if (text.length * (1 + END) <= MOST_TEXT) return text.length;
  let measure = 0;
  for (let at = 0; at < text.length; at++) {
    measure += 1 + extra(text.charCodeAt(at));
    if (measure > MOST_TEXT) return at;
  }
  return text.length;
}

function extra(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const isEnd = code === 0x0a || code === 0x0c || code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2029;
  return isEnd ? END : 0;
}

/** The beginning of a text that is too long, up to the end of a paragraph, line, sentence or word; or all of it. */
export function beginning(text: string): string {
  const most = readable(text);
  return most === text.length ? text : text.slice(0, placeToCut(text, most));
}

function placeToCut(text: string, most: number): number {
  const from = Math.max(0, most - REACH);
  const reach = text.slice(from, most);
  for (const mark of BREAKS) {
    const at = reach.lastIndexOf(mark);
    if (at >= 0) return from + at + mark.length;
  }
  // Halves of one character stay together.
  return /[\ud800-\udbff]$/.test(reach) ? most - 1 : most;
}

/** Content with its first blocks alone where it has too much text, and a diagnostic that says so. */
export function withinMost(content: Content): Content {
  const { text, blocks, pages } = content;
  const most = readable(text);
  if (most === text.length) return content;
  const kept = blocks.filter(({ end }) => end <= most);
  const first = blocks[0];
  if (kept.length === 0 && first !== undefined) kept.push(...shortened(first, most));
  const end = kept.reduce((last, block) => Math.max(last, block.end), 0);
  return {
    ...content,
    text: text.slice(0, end),
    blocks: kept,
    pages: pages.map((page) => ({ ...page, start: Math.min(page.start, end), end: Math.min(page.end, end) })),
    status: 'partial',
    diagnostics: [...content.diagnostics, tooLong(end)],
  };
}

/** The beginning of a block that is too long by itself, where its words stand in the text as they are. */
function shortened(block: Block, most: number): Block[] {
  const { start, text, pieces, parts } = block;
  if (pieces.length !== 1 || parts.length !== 1 || text.length !== block.end - start) return [];
  const short = text.slice(0, placeToCut(text, most - start)).trimEnd();
  const end = start + short.length;
  return [{ ...block, end, text: short, parts: parts.map((part) => ({ ...part, end })) }];
}

/** @param read how many characters were read */
export function tooLong(read: number): Diagnostic {
  const millions = (Math.floor(read / 100_000) / 10).toString();
  return {
    code: 'PMED-I103',
    level: 'error',
    page: null,
    message: `The document is too long; only its first ${millions} million characters were read. What follows is missing from this result.`,
    hint: 'Divide the file and read its parts.',
  };
}
