/** A time expression as found: what it says and where its words stand, without its place in a report. */
import type { TimeRecord } from '../../model/report.ts';

/** A time expression before it has its place in the report. */
export interface TimeFinding extends Omit<TimeRecord, 'id' | 'ref' | 'documentId' | 'commitmentIds' | 'evidence'> {
  /** Position in `Annotated.sentences`. */
  readonly sentence: number;
  /** First token of the TIMEX3 extent. */
  readonly from: number;
  /** One past its last token. */
  readonly to: number;
  /** First token with the governing preposition or cue: "by", "no later than", "by the end of". */
  readonly wideFrom: number;
}
