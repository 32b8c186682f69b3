/** What the user should know of a document's dates: which could not be placed, and which do not go together. */
import type { ReportDiagnostic } from '../../model/report.ts';
import type { Dated } from './dated.ts';
import { undated } from './undated.ts';
import { unresolvedEvents } from './unresolved-events.ts';

/** The messages on the dates of one document, by their codes. */
export function diagnose(dated: Dated): ReportDiagnostic[] {
  return [undated(dated), unresolvedEvents(dated)].flatMap((said) =>
    said ? [{ ...said, documentId: dated.documentId }] : [],
  );
}
