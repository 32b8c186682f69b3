/** What a rule says of a commitment or a time, before it gets its level and id. */
import type { Finding } from '../model/findings.ts';
import type { ReportPart } from '../model/part.ts';
import type { Commitment, DocumentRecord, TimeRecord } from '../model/report.ts';

/** What a rule found. */
export interface Draft {
  /** What it is about. */
  readonly at: { readonly commitment: Commitment } | { readonly time: TimeRecord };
  readonly message: string;
  readonly related?: Finding['related'];
}

/** The records of one document. */
export interface Checked extends Pick<ReportPart, 'commitments' | 'timeline'> {
  /** Null where the document could not be opened. */
  readonly document: Pick<DocumentRecord, 'date' | 'publisher'> | null;
}

/** What the rules look at. */
export interface Examined extends Checked {
  /** The commitments that are judged: the document's own, each once however often it is restated. */
  readonly own: readonly Commitment[];
  readonly times: ReadonlyMap<string, TimeRecord>;
  /** By the id of a commitment the times that belong to it. */
  readonly timesOf: ReadonlyMap<string, readonly TimeRecord[]>;
  /** The day from which deadlines are judged; null for none. */
  readonly asOf: string | null;
}

/** A rule that is no matter of words alone: everything that it finds in one document, in the order of the text. */
export type Judge = (examined: Examined) => Iterable<Draft>;
