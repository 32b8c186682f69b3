/** A document with its sentences, tokens, sections and list stems: what rules are matched against. */
import type { Document, Span } from './document.ts';

/** One word, number, mark or symbol of a sentence. */
export interface Token extends Span {
  /** As written, apostrophes and dashes folded to ASCII `'` and `-`. */
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  /** Number of `lower` in the vocabulary of this process, or -1 where that is full; only for looking things up fast. */
  readonly word: number;
  /** Offset of the token in its sentence's text. */
  readonly at: number;
  /** Bit set of `Tag`s. */
  readonly tags: number;
  /** Number of the clause within its sentence, ascending from 0; gaps of a pattern never cross clauses. */
  readonly clause: number;
  /** Whether white space or the sentence's start precedes it. */
  readonly spaced: boolean;
}

/** What a sentence stands in. A `row` is a table row; a `heading` is a whole heading. */
export type SentenceKind = 'sentence' | 'item' | 'heading' | 'row';

/** A sentence, list item, table row or heading: the unit that findings quote. */
export interface Sentence extends Span {
  /** Position in `Annotated.sentences`. */
  readonly index: number;
  readonly kind: SentenceKind;
  /** Position of its block in `Document.blocks`. */
  readonly block: number;
  /** Clean text, a slice of the block's. */
  readonly text: string;
  /** Offset of `text` in the block's text. */
  readonly at: number;
  readonly tokens: readonly Token[];
  /** Position in `Annotated.sections`, or -1 before the first heading. */
  readonly section: number;
  /** Position in `Annotated.sentences` of the sentence that introduces this list item ("We will:"), or -1. */
  readonly stem: number;
  /** For list items and stems: the number shared by all items under one stem; -1 elsewhere. */
  readonly list: number;
}

/** A heading and all that follows it up to the next heading of its level or above. */
export interface Section extends Span {
  /** `s1`, `s2` … in document order. */
  readonly id: string;
  readonly level: number;
  readonly title: string;
  readonly page: number;
  /** Position in `Annotated.sentences` of the heading itself. */
  readonly heading: number;
  /** Position in `Annotated.sections` of the section it lies in, or -1. */
  readonly parent: number;
}

/** The annotated document. Plain data. */
export interface Annotated {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly sections: readonly Section[];
}
