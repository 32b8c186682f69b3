/** What the user should know of a document's dates: which could not be placed, how they were read, which do not fit. */
import type { ReportDiagnostic } from '../../model/report.ts';
import { ambiguousDates } from './ambiguous-dates.ts';
import { assumedYear } from './assumed-year.ts';
import { conflicts } from './conflicts.ts';
import type { Dated } from './dated.ts';
import { earlyDeadlines } from './early-deadlines.ts';
import { undated } from './undated.ts';
import { unresolvedEvents } from './unresolved-events.ts';

/** The messages on the dates of one document, by their codes. */
export function diagnose(dated: Dated): ReportDiagnostic[] {
  const said = [
    undated(dated),
    ambiguousDates(dated),
    assumedYear(dated),
    earlyDeadlines(dated),
    unresolvedEvents(dated),
  ];
  const found = said.flatMap((one) => one ?? []);
  const { documentId } = dated;
  return [...found, ...conflicts(dated)].map(({ code, level, ...rest }) => ({ code, level, documentId, ...rest }));
}
