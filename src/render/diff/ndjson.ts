/** A diff as lines of JSON, one record each with its `type` first. */
import type { Diff } from '../../model/diff.ts';
import { jsonLine } from '../ndjson.ts';

/**
 * `header`, both `document`s (the old one first), then `change`, `duty` (a change of a duty of others), `suppressed`, `theme`
 * and `diagnostic` as in the lists of the JSON, and at last `summary` with what the JSON has beside its lists.
 */
export function diffLines(diff: Diff): string {
  const { $schema, schemaVersion, kind, tool, documents, changes, dutyChanges, suppressed, themeChanges } = diff;
  const { diagnostics, summary, unchanged, dutiesUnchanged, comparable } = diff;
  return [
    jsonLine('header', { $schema, schemaVersion, kind, tool }),
    ...documents.map((record) => jsonLine('document', record)),
    ...changes.map((record) => jsonLine('change', record)),
    ...dutyChanges.map((record) => jsonLine('duty', record)),
    ...suppressed.map((record) => jsonLine('suppressed', record)),
    ...themeChanges.map((record) => jsonLine('theme', record)),
    ...diagnostics.map((record) => jsonLine('diagnostic', record)),
    jsonLine('summary', { ...summary, unchanged, dutiesUnchanged, comparable }),
  ].join('');
}
