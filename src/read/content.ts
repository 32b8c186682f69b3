/** What every reader gives, whatever kind of file it reads, and how it may be asked to read. */
import type { Block, Diagnostic, Page, PmedComment, ReadStatus, TagUse } from '../model/document.ts';
import type { Stated } from './provenance/evidence.ts';
import { NOTHING_STATED } from './provenance/evidence.ts';

/** What a reader gives: plain data, since some readers work in a thread of their own. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** Whether the source has pages of its own. */
  readonly paged: boolean;
  readonly status: ReadStatus;
  readonly textCoverage: number;
  /** Of PDFs. */
  readonly tags?: TagUse;
  readonly diagnostics: readonly Diagnostic[];
  /** What the document states about itself. */
  readonly stated: Stated;
  /** What its metadata say. */
  readonly metadata: Stated;
  /** Comments that are meant for pmed; absent where there are none. */
  readonly comments?: readonly PmedComment[];
}

/** How a document is to be read. */
export interface ReaderOptions {
  /** Leave a PDF's structure tree unused. */
  readonly ignoreTags?: boolean;
  /** The password that opens an encrypted PDF; files that need none are read all the same. */
  readonly password?: string;
  /** Seconds that a document may take; 120 unless given. What was read by then is kept where possible. */
  readonly timeout?: number;
  /** Share of readable pages, 0 to 1, below which a document counts as not read; 0.9 unless given. */
  readonly minTextCoverage?: number;
  /**
   * Read pages of PDFs that have no text, or none that makes sense, from their pictures; of these pages alone where they
   * are listed as in `3-10,15`. Needs tesseract.js and @tesseract.js-data/eng.
   */
  readonly ocr?: boolean | string;
  /** Told, now and then, which page of a PDF is being read, 1-based, of so many. */
  readonly onPage?: (at: { readonly page: number; readonly count: number }) => void;
  /** Told of each page that is begun to be read from its picture, and with null when that is over. */
  readonly onPicture?: (picture: { readonly page: number; readonly count: number } | null) => void;
}

/** What holds for every document that is one text. */
export const WHOLE = {
  paged: false,
  status: 'read',
  textCoverage: 1,
  diagnostics: [],
  stated: NOTHING_STATED,
  metadata: NOTHING_STATED,
} as const;
