/** One version of a document as comparing takes it: its report and, where its text is at hand, what all of it says. */
import type { Sentence } from './annotated.ts';
import type { PmedComment } from './document.ts';
import type { Report } from './report.ts';

/** A sentence, item, row or heading of a document, whether or not anything was found in it. */
export type Passage = Pick<Sentence, 'kind' | 'text' | 'start' | 'end'>;

/** What a document says. */
export interface Wording {
  /** The document's text, into which `start` and `end` of passages and evidence point. */
  readonly text: string;
  /** All that is read in it, in order: page numbers, running heads and hyphens at the ends of lines are gone. */
  readonly passages: readonly Passage[];
  /** Comments in it that are meant for pmed; absent where there are none. */
  readonly comments?: readonly PmedComment[];
}

/** A report; one that was read from a file knows no more of its document's words than it quotes. */
export interface Version extends Report {
  readonly wording?: Wording;
}
