/** What a rule says of a commitment or a time, before it gets its level and id; and what rules look at. */
import type { Finding } from '../model/findings.ts';
import type { ReportPart } from '../model/part.ts';
import type { Commitment, DocumentRecord, TimeRecord } from '../model/report.ts';

/** What a rule found. */
export interface Draft {
  readonly commitment: Commitment;
  /** The time that it is about; null for none. */
  readonly time?: TimeRecord | null;
  readonly message: string;
  readonly related?: Finding['related'];
  /** What the finding rests on beside the words of the commitment; with other values it is another finding. */
  readonly values?: readonly string[];
}

/** The records of one document. */
export interface Checked extends Pick<ReportPart, 'commitments' | 'timeline'> {
  /** Null where the document could not be opened. */
  readonly document: Pick<DocumentRecord, 'date' | 'publisher'> | null;
}

/** What the words of a commitment say to the rules: the `says` of the pack. */
export const SAYINGS = ['standing', 'change', 'better', 'state'] as const;
export type Saying = (typeof SAYINGS)[number];

/** What the rules look at. */
export interface Examined extends Checked {
  /** The commitments that are judged: the document's own, each once however often it is restated. */
  readonly own: readonly Commitment[];
  /** The words by which a commitment says something; null where it does not. */
  readonly wordsFor: (commitment: Commitment, saying: Saying) => string | null;
  /** By its id. */
  readonly times: ReadonlyMap<string, TimeRecord>;
  /** The times in the sentence of a commitment and in its stem. */
  readonly timesBy: (commitment: Commitment) => readonly TimeRecord[];
  /** The day from which deadlines are judged; null for none. */
  readonly asOf: string | null;
}

/** A rule that is no matter of words alone: everything that it finds in one document, in the order of the text. */
export type Judge = (examined: Examined) => Iterable<Draft>;
