/** What is looked at to tell what the user should know of a document's dates. */
import type { DocumentDate } from '../../model/document.ts';
import type { Commitment, ReportDiagnostic, TimeRecord } from '../../model/report.ts';
import type { FiscalYear } from '../country/fiscal-year.ts';
import type { OrderRead } from '../times/date-order.ts';
import type { EventWords } from '../times/events/event-rules.ts';

export interface Dated {
  readonly documentId: string;
  readonly documentDate: DocumentDate | null;
  readonly timeline: readonly TimeRecord[];
  readonly commitments: readonly Commitment[];
  readonly events: EventWords;
  readonly dateOrder: OrderRead;
  readonly fiscalYear: FiscalYear;
}

/** A message without its document. */
export type Said = Omit<ReportDiagnostic, 'documentId'>;
