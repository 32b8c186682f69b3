/** What is looked at to tell what the user should know of a document's dates. */
import type { ReportDiagnostic, TimeRecord } from '../../model/report.ts';
import type { EventWords } from '../times/events/event-rules.ts';

export interface Dated {
  readonly documentId: string;
  /** Whether the document's date is known. */
  readonly hasDate: boolean;
  readonly timeline: readonly TimeRecord[];
  readonly events: EventWords;
}

/** A message without its document. */
export type Said = Omit<ReportDiagnostic, 'documentId'>;
