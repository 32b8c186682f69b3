/** What a PDF holds: its text, blocks, pages, faults, and what the file says about itself. */
import type { Block, Diagnostic, Page, ReadStatus, TagUse } from '../../model/document.ts';

/** How a PDF is to be read. */
export interface PdfOptions {
  /** Leave the structure tree unused, to see what the layout rules alone give. */
  readonly ignoreTags?: boolean;
  /** The password that opens the file. */
  readonly password?: string;
  /** Read pages without legible text from their pictures: all such pages, or those listed as in `3-10,15`. */
  readonly ocr?: boolean | string;
  /** Seconds that the document may take, from which the time for pictures is reckoned. */
  readonly timeout?: number;
  /** Share of readable pages, 0 to 1, below which a document counts as not read. */
  readonly minTextCoverage?: number;
}

/** What the file says about itself; people often leave these fields wrong, so none of them is more than a hint. */
export interface PdfInfo {
  readonly title: string | null;
  readonly author: string | null;
  readonly subject: string | null;
  readonly keywords: string | null;
  /** The program that the document was written with. */
  readonly creator: string | null;
  /** The program that made the PDF. */
  readonly producer: string | null;
  /** `2016`, `2016-09`, `2016-09-08` or `2016-09-08T10:15:00Z` with the offset as written; null where absent or broken. */
  readonly creationDate: string | null;
  /** As `creationDate`. */
  readonly modificationDate: string | null;
  /** The document's language tag as written in its catalogue. */
  readonly language: string | null;
  /** Whether the file has a structure tree. */
  readonly tagged: boolean;
}

/** A bookmark. */
export interface OutlineItem {
  readonly title: string;
  /** 1 is the highest. */
  readonly level: number;
}

/** A PDF as read. Offsets are UTF-16 units into `text`, which is the clean text of the blocks joined by blank lines. */
export interface PdfContent {
  readonly text: string;
  /** In reading order; each block's text equals its slice of `text`. */
  readonly blocks: readonly Block[];
  /** Every page of the file in order. A paragraph over a page break belongs to both pages' ranges. */
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
  readonly status: ReadStatus;
  /** Share of pages that could be read, 0 to 1; pages without text or picture count as read. */
  readonly textCoverage: number;
  readonly tags: TagUse;
  readonly info: PdfInfo;
  readonly outline: readonly OutlineItem[];
}
