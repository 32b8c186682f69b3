/** Saved results back to typed data, checked against the schema; those of earlier minor versions are brought up to date. */
import * as v from 'valibot';
import type { Diff } from './diff.ts';
import { DiffSchema } from './diff.ts';
import { PmedError } from './fault.ts';
import { SCHEMA_VERSION } from './kinds.ts';
import { misfit } from './misfit.ts';
import { bringUpToDate } from './older.ts';
import type { Report } from './report.ts';
import { ReportSchema } from './report.ts';

/**
 * A report from its JSON.
 * @param json the text that `pmed analyse -f json` printed
 * @throws PmedError `PMED-I108` (exit 3) when it is not JSON or not a report of this schema; says where
 */
export function parseReport(json: string): Report {
  return reportFrom(parsed(json, 'report'));
}

/**
 * A diff from its JSON.
 * @param json the text that `pmed diff -f json` printed
 * @throws PmedError as `parseReport`
 */
export function parseDiff(json: string): Diff {
  return checked(DiffSchema, parsed(json, 'diff'), 'diff');
}

/**
 * A report from what its JSON, or its lines, hold.
 * @throws PmedError as `parseReport`
 */
export function reportFrom(value: unknown): Report {
  return checked(ReportSchema, value, 'report');
}

function parsed(json: string, kind: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const isCut = /^\ufeff?\s*[{[]/.test(json) && !/[}\]]\s*$/.test(json.slice(-100));
    const why = isCut ? 'this JSON is cut short' : 'this is not JSON';
    throw mismatch(`${why}, so it is no ${kind} of pmed.`, kind, cause);
  }
}

function checked<const S extends v.GenericSchema>(schema: S, value: unknown, kind: string): v.InferOutput<S> {
  bringUpToDate(value);
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const newer = newerVersion(value);
  if (newer !== null) throw fromNewer(newer, kind);
  const [issue] = result.issues;
  throw mismatch(`this JSON is no ${kind} of pmed: ${misfit(issue)}.`, kind);
}

/** The version of the schema where it is later than the one of this pmed; else null. */
function newerVersion(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return null;
  const { schemaVersion } = value;
  const [major, minor] = /^(\d{1,4})\.(\d{1,4})$/.exec(String(schemaVersion))?.slice(1).map(Number) ?? [];
  const [ownMajor = 0, ownMinor = 0] = SCHEMA_VERSION.split('.').map(Number);
  if (major === undefined || minor === undefined) return null;
  return major > ownMajor || (major === ownMajor && minor > ownMinor) ? `${major}.${minor}` : null;
}

function fromNewer(version: string, kind: string): PmedError {
  const message = `a newer pmed made this ${kind}: its schema is ${version}, and this pmed knows those up to ${SCHEMA_VERSION}.`;
  return new PmedError(message, {
    code: 'PMED-I108',
    exitCode: 3,
    hint: `Update pmed, or make the ${kind} again with this one.`,
  });
}

function mismatch(message: string, kind: string, cause?: unknown): PmedError {
  const hint = `Make it with pmed ${kind === 'diff' ? 'diff' : 'analyse'} -f json; its schema:  pmed schema ${kind}`;
  return new PmedError(message, { code: 'PMED-I108', exitCode: 3, hint, cause });
}
