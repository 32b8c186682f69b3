/** A document as read: its text, the blocks that the text is made of, its pages, and what is known about it. */
import type { Level } from './fault.ts';

/** A half-open range of UTF-16 offsets, into the document's text unless said otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One step of the map from a block's clean text to the document's text: from offset `at` of the clean text on,
 * characters come from offset `start` of the document's text. A clean text without mark-up or repaired line breaks has
 * the single piece `{ at: 0, start: block.start }`. A hard line break becomes one space, mapped to the break's first
 * character; mark-up (`**`, link targets, end-of-line hyphens) has no place in the clean text.
 */
export interface Piece {
  readonly at: number;
  readonly start: number;
}

/** Left, bottom, right and top in PDF points, origin at the bottom left of the page. */
export type Box = readonly [number, number, number, number];

/**
 * What a block is. `cell` is a table row whose cells are joined with ` | ` (a short cell that rows share stands in each of
 * them, but in texts that are the file itself); `furniture` is a running head, foot or page
 * number and `note` a foot- or endnote: both are kept but yield no findings.
 */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'note' | 'furniture';

/**
 * What a block is there for, where that is more than its kind says: an entry of a table of contents; words that are ruled
 * out (the deletions of a redline); the caption of a table or figure; a legend that defines terms of a table.
 */
export type BlockRole = 'contents' | 'struck' | 'caption' | 'legend';

/**
 * Where a block's words stand in the file that its document's text was put together from. Offsets are of the decoded file
 * with newlines as one character; mark-up that stands between the words is within the range.
 */
export interface SourcePlace extends Span {
  /** 1-based line of `start`. */
  readonly line: number;
}

/**
 * What became of the structure tree that a PDF may have: `used` on all pages with text, `partly` on those where it is as
 * good as the layout, `unused` where that is nowhere or the user says so; `none` where there is no tree.
 */
export type TagUse = 'used' | 'partly' | 'unused' | 'none';

/** The part of a block that stands on one page. */
export interface BlockPart {
  /** 1-based physical page. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
}

/**
 * A paragraph, heading, list item, table row, note or piece of furniture. Blocks come in reading order and their ranges
 * one after the other, with two exceptions where the text is the file itself: struck words of Markdown lie within the block
 * that they were struck from, and columns of plain text that stand side by side share their lines.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Absent where the kind says all. */
  readonly role?: BlockRole;
  /** Headings: 1 is the highest. Items: nesting depth from 1. Everything else: 1. */
  readonly level: number;
  /** Where the block's text stands in the document's text, without its bullet, number or heading mark. */
  readonly start: number;
  readonly end: number;
  /** The text as a reader would cite it: no mark-up, no hard line breaks, no end-of-line hyphens, single spaces. */
  readonly text: string;
  /** Map from `text` to the document's text, ascending in `at`; the first has `at: 0`. */
  readonly pieces: readonly Piece[];
  /** The block's parts by page, in order; at least one. */
  readonly parts: readonly BlockPart[];
  /** The bullet, number or letter of an item or numbered heading as printed, without surrounding space. */
  readonly marker: string | null;
  /** Of a table row: the header cells of its table, by column; null where it has none or for other blocks. */
  readonly header: readonly string[] | null;
  /** Web pages: where its words stand in the page's source. Absent where the text is the file itself, and where unknown. */
  readonly source?: SourcePlace;
  /** BCP 47 tag of its language, which the rules do not cover; absent of English and of what is too short to tell. */
  readonly language?: string;
}

/** A page of the document. A document without pages has one that covers all of its text. */
export interface Page {
  /** 1-based physical page. */
  readonly page: number;
  /** The page's number as printed or labelled; null where unknown. */
  readonly label: string | null;
  readonly start: number;
  readonly end: number;
  /** Whether the page's text can be trusted: not a scan, not a font without a Unicode map. */
  readonly legible: boolean;
}

/** Where a fact about the document came from. */
export type Source = 'flag' | 'config' | 'text' | 'metadata' | 'name';

/** Where a fact was found, and the words it was read from; without words for flags and metadata. */
export interface Origin {
  readonly source: Source;
  readonly quote: string | null;
}

/** The document's date, as precise as it is known. */
export interface DocumentDate {
  /** `2016`, `2016-09` or `2016-09-08`. */
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly source: Source;
  /** The words it was read from; null for flags and metadata. */
  readonly quote: string | null;
}

/** Something that the user should know about the reading or the analysis. */
export interface Diagnostic {
  readonly code: string;
  readonly level: Level;
  /** 1-based physical page, or null. */
  readonly page: number | null;
  readonly message: string;
  readonly hint: string | null;
}

/** A comment in the source of a document that is meant for pmed (`pmed-ignore-next no-owner: reason`), and where it holds. */
export interface PmedComment {
  /** Between `<!--` and `-->`, without surrounding space. */
  readonly text: string;
  /** 1-based line of the source that it begins in. */
  readonly line: number;
  /** Offset into the document's text at which what follows it begins. */
  readonly from: number;
  /** Offset into the document's text at which what stands before it ends. */
  readonly to: number;
  /** What follows it of the paragraph, item or row that it stands in, or else all of the next; null where none follows. */
  readonly next: Span | null;
}

/** `read`: completely; `partial`: some pages or parts are missing; `failed`: nothing could be read. */
export type ReadStatus = 'read' | 'partial' | 'failed';

/** A document as read. Plain data: no stage after reading changes it. */
export interface Document {
  /** The file name without folders, or the id that the caller gave. */
  readonly name: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly status: ReadStatus;
  readonly title: string | null;
  readonly publisher: string | null;
  /** Where title and publisher were found; each is null with its fact. */
  readonly origins: { readonly title: Origin | null; readonly publisher: Origin | null };
  readonly date: DocumentDate | null;
  /** BCP 47 tag of the language that most of the text is in; null where too short to tell. */
  readonly language: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** The numbers of the pages that alone are looked at; absent where all are. */
  readonly chosen?: readonly number[];
  /** Whether the source has pages of its own (PDF). */
  readonly paged: boolean;
  /** Absent where it is no PDF. */
  readonly tags?: TagUse;
  /** Number of words in all blocks but furniture and struck words. */
  readonly words: number;
  /** Share of pages whose text could be read, 0 to 1. */
  readonly textCoverage: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there are none: only plain text, Markdown and web pages can have them. */
  readonly comments?: readonly PmedComment[];
}

/** What all of a document says, in its order: for results that show its text around what was found. */
export type DocumentBody = Pick<Document, 'text' | 'blocks' | 'pages' | 'paged'>;

/** Whether what a block says may be a finding: furniture, notes, tables of contents and struck words are not. */
export function isRunningText({ kind, role }: Pick<Block, 'kind' | 'role'>): boolean {
  return kind !== 'furniture' && kind !== 'note' && role !== 'contents' && role !== 'struck';
}

/** The pages that are looked at. */
export function pagesOf({ pages, chosen }: Pick<Document, 'pages' | 'chosen'>): readonly Page[] {
  if (chosen === undefined) return pages;
  const wanted = new Set(chosen);
  return pages.filter(({ page }) => wanted.has(page));
}

/**
 * The document offset of an offset into a block's clean text.
 * @param at offset into `block.text`, 0 to its length inclusive
 */
export function toDocumentOffset(block: Pick<Block, 'pieces' | 'start'>, at: number): number {
  const { pieces } = block;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? piece.start + (at - piece.at) : block.start + at;
}

/**
 * The offset into a block's clean text of an offset of the document: the first that lies at or after it.
 * @param offset into the document's text; of one before the block 0, of one after it the length of `block.text`
 */
export function toCleanOffset(block: Pick<Block, 'pieces' | 'start' | 'text'>, offset: number): number {
  let low = 0;
  let high = block.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toDocumentOffset(block, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
