/** Whether versions come in the order of their dates. */
import type { DocumentRecord, ReportDiagnostic } from '../model/report.ts';

/**
 * A warning for each version that is dated before the one that stands before it. Dates are compared as precisely as the
 * vaguer of the two is.
 * @param documents oldest first
 */
export function wrongOrder(documents: readonly DocumentRecord[]): readonly ReportDiagnostic[] {
  return documents.flatMap((now, index): ReportDiagnostic[] => {
    const old = documents[index - 1];
    if (!old?.date || !now.date) return [];
    const length = Math.min(old.date.value.length, now.date.value.length);
    if (now.date.value.slice(0, length) >= old.date.value.slice(0, length)) return [];
    return [
      {
        code: 'PMED-V503',
        level: 'warning',
        documentId: now.id,
        page: null,
        message: `${now.name} is dated ${now.date.value}, which is before ${old.name} (${old.date.value}): what is called a loss here may be a gain.`,
        hint: 'Give the older version first; where a date is wrong, say it with --doc-date.',
      },
    ];
  });
}
