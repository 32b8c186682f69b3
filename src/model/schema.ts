/** Saved results back to typed data, checked against the schema; those of earlier minor versions are brought up to date. */
import * as v from 'valibot';
import type { Diff } from './diff.ts';
import { DiffSchema } from './diff.ts';
import { PmedError } from './fault.ts';
import { bringUpToDate } from './older.ts';
import type { Report } from './report.ts';
import { ReportSchema } from './report.ts';

/**
 * A report from its JSON.
 * @param json the text that `pmed analyse -f json` printed
 * @throws PmedError `PMED-I108` (exit 3) when it is not JSON or not a report of this schema; says where
 */
export function parseReport(json: string): Report {
  return checked(ReportSchema, json, 'report');
}

/**
 * A diff from its JSON.
 * @param json the text that `pmed diff -f json` printed
 * @throws PmedError as `parseReport`
 */
export function parseDiff(json: string): Diff {
  return checked(DiffSchema, json, 'diff');
}

function checked<const S extends v.GenericSchema>(schema: S, json: string, kind: string): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw mismatch(`this is not JSON, so it is no ${kind} of pmed.`, kind, cause);
  }
  bringUpToDate(value);
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const where = path === null ? '' : `${path}: `;
  throw mismatch(`this JSON is no ${kind} of pmed: ${where}${issue.message}.`, kind);
}

function mismatch(message: string, kind: string, cause?: unknown): PmedError {
  const hint = `Make it with pmed ${kind === 'diff' ? 'diff' : 'analyse'} -f json; its schema:  pmed schema ${kind}`;
  return new PmedError(message, { code: 'PMED-I108', exitCode: 3, hint, cause });
}
