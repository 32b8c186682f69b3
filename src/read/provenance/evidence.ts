/** What there is to find the facts about a document in, and a fact as found. */
import type { Block, Page, Source } from '../../model/document.ts';

/** A fact, where it was found, and the words it was read from. */
export interface Found {
  readonly value: string;
  readonly source: Source;
  readonly quote: string | null;
}

/** What the file says about itself outside its text: front matter, or the fields of a PDF. */
export interface Stated {
  readonly title: string | null;
  /** A person or organisation. */
  readonly author: string | null;
  readonly publisher: string | null;
  /** As written. */
  readonly date: string | null;
  readonly language: string | null;
  /** Whether it was written for this very document, as a book's is, and cannot have stayed from another. */
  readonly isOwn?: boolean;
}

/** Nothing stated. */
export const NOTHING_STATED: Stated = { title: null, author: null, publisher: null, date: null, language: null };

/** What there is to find the facts in. */
export interface Evidence {
  /** The file's name; empty where the caller's id is no file name. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** Front matter: as good as the text. */
  readonly stated: Stated;
  /** Metadata: only a hint. */
  readonly metadata: Stated;
}
