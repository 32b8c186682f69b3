/** What people have accepted and need not be told again: by a comment, an ignore file or a baseline. */

/** Where it says that something is accepted. */
export const ACCEPTED_BY = ['comment', 'ignore-file', 'baseline'] as const;

export type AcceptedBy = (typeof ACCEPTED_BY)[number];

/** Words of a passage of running text, and the document that they stand in. */
export interface QuotedPlace {
  readonly documentId: string;
  /** Half-open UTF-16 offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What can be accepted, by what it is accepted by: a finding of `pmed check`, or a change of `pmed diff`. */
export interface Acceptable {
  readonly sort: 'finding' | 'change';
  /** `f-…` or `x-…`. */
  readonly id: string;
  /** The rule of a finding; the kinds of a change that matter. All have to be named where some are. */
  readonly names: readonly string[];
  /** The commitments it is about, `c-…`. */
  readonly commitmentIds: readonly string[];
  /** Where it stands; the first is what a baseline quotes. */
  readonly places: readonly QuotedPlace[];
  /** The name of its document. */
  readonly document: string;
}

/** Where a comment says that what stands there is accepted. */
export interface CommentRange {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** Null for all rules of `pmed check`. */
  readonly rules: readonly string[] | null;
  readonly reason: string;
  /** 1-based line of the comment in the source. */
  readonly line: number;
}

/** A W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4): words, and what stands before and after them. */
export interface TextQuote {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** An entry of an ignore file. */
export interface IgnoreEntry {
  readonly line: number;
  /** `c-…`, `f-…` or `x-…`; null where words are quoted instead. */
  readonly id: string | null;
  readonly quote: TextQuote | null;
  /** Null for all rules of `pmed check`, or for the very finding or change that the id is of. */
  readonly rules: readonly string[] | null;
  readonly reason: string;
  /** The last ISO day on which it holds; null for ever. */
  readonly until: string | null;
}

/** An entry of a baseline. */
export interface BaselineEntry {
  readonly id: string;
  /** Of a finding; a change is known by its id alone, which has its values in it. */
  readonly rule?: string;
  /** The name of the document it was found in. */
  readonly document: string;
  readonly quote: string;
}
