/** A history as lines of JSON, one record each with its `type` first. */
import type { History } from '../../model/history.ts';

/** Header, documents, versions, commitments, diagnostics, and the counts last. */
export function renderHistoryNdjson(history: History): string {
  const { documents, versions, commitments, diagnostics, summary, ...header } = history;
  const line = (type: string, record: object): string => `${JSON.stringify({ type, ...record })}\n`;
  return [
    line('header', header),
    ...documents.map((one) => line('document', one)),
    ...versions.map((one) => line('version', one)),
    ...commitments.map((one) => line('commitment', one)),
    ...diagnostics.map((one) => line('diagnostic', one)),
    line('summary', summary),
  ].join('');
}
