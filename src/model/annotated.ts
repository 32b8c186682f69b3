/** A document with its sentences, tokens, sections and list stems: what rules are matched against. */
import type { Document, Span } from './document.ts';

/** One word, number, mark or symbol of a sentence. */
export interface Token extends Span {
  /** As written, apostrophes and dashes folded to ASCII `'` and `-`. */
  readonly text: string;
  /** `text` in lower case; of a word that a machine misread ("wi11") what it stands for. */
  readonly lower: string;
  /** Number of `text` in the vocabulary of this process, or -1 where that is full; only for looking things up fast. */
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

/** Tokens in a row. */
export interface Words {
  readonly tokens: readonly Token[];
  /** `word` of each token: going through these touches far less memory than going through the tokens. */
  readonly words: readonly number[];
}

/** What a sentence stands in. A `row` is a table row; a `heading` is a whole heading. */
export type SentenceKind = 'sentence' | 'item' | 'heading' | 'row';

/** A sentence, list item, table row or heading: the unit that findings quote. */
export interface Sentence extends Span, Words {
  /** Position in `Annotated.sentences`. */
  readonly index: number;
  readonly kind: SentenceKind;
  /** Position of its block in `Document.blocks`. */
  readonly block: number;
  /** Clean text, a slice of the block's. */
  readonly text: string;
  /** Offset of `text` in the block's text. */
  readonly at: number;
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

/** Half-open range of token positions in the sequence that a record was made of. */
export type TokenRange = readonly [from: number, to: number];

/** A noun phrase with its modifiers, up to the verb that it is the subject of. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The noun or pronoun that carries it: "the board" in "the board of the new trust". */
  readonly head: number;
}

/**
 * What a chain of verbs stands in: `main` asserts by itself; the other kinds belong to something around them.
 * Whether a governing word reports, expects or doubts is a matter of words, and no part of this record.
 */
export type Frame =
  | { readonly kind: 'main' }
  /** A relative clause ("the plan which will …", "the plan we will …"), with the phrase that it describes. */
  | { readonly kind: 'relative'; readonly antecedent: TokenRange | null }
  /** A clause opened by "if" or "unless", one that asks, one of comparison ("than"), of purpose ("so that", "to"). */
  | { readonly kind: 'conditional' | 'interrogative' | 'comparison' | 'purpose'; readonly opener: number }
  /** An adverbial clause of time, place, cause, manner or concession: "when", "once", "because", "although". */
  | { readonly kind: 'circumstance'; readonly opener: number }
  /** What somebody says, thinks or wants: `by` is the governing verb or noun, `holder` its subject or possessor. */
  | { readonly kind: 'reported'; readonly by: number; readonly holder: TokenRange | null }
  /** Words between quotation marks; `by` (or -1) and `holder` as for reported ones, where the sentence names them. */
  | { readonly kind: 'quoted'; readonly by: number; readonly holder: TokenRange | null };

/**
 * A chain of verbs that share a subject: "will | seek | to | reduce". All positions are those of the sequence's tokens.
 * Nominal chains are verbs that hang on a noun: "its commitment to work".
 */
export interface Chain {
  /** Range from the first auxiliary, verb or noun up to and with the main verb; insertions lie inside. */
  readonly from: number;
  readonly to: number;
  readonly form: 'finite' | 'infinitive' | 'imperative' | 'nominal';
  /** The subject, or the possessor of a nominal chain ("its", "the council's"); null where there is none. */
  readonly subject: Phrase | null;
  /** Position of the modal, or -1. */
  readonly modal: number;
  readonly negated: boolean;
  readonly voice: 'active' | 'passive';
  /** Positions of its words from highest to lowest: modal, auxiliaries, verbs and predicative adjectives ("able"). */
  readonly verbs: readonly number[];
  /** Position of the lowest verb, the last of `verbs`: what is done. */
  readonly main: number;
  /** Object, complement and adjuncts: the words after the main verb up to the end of its clause or the next chain. */
  readonly complement: TokenRange | null;
  /** `clause` of its first token. */
  readonly clause: number;
  readonly frame: Frame;
  /** Position in the list of the chain that it is co-ordinated with and whose subject it shares, or -1. */
  readonly sharesWith: number;
}
