/** The two sides of a comparison: documents to analyse, or reports that pmed wrote before. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { PmedError } from '../model/fault.ts';
import type { Report } from '../model/report.ts';
import type { Version, Wording } from '../model/version.ts';
import type { Call } from './command.ts';
import { statedDate } from './settings/files.ts';
import { sharedOptions } from './shared-options.ts';

type Sides<T> = readonly [old: T, now: T];

/**
 * Reads both sides; what goes wrong with either is said, so that a user hears of both at once.
 * @param dates document dates that hold over what the texts say, or null
 * @returns null for a side that could not be read
 */
export async function readSides(
  operands: Sides<string>,
  call: Call,
  dates: Sides<string | null>,
): Promise<Sides<Version | null>> {
  const { namedInputs } = await import('./inputs.ts');
  const reports: (Version | null)[] = [];
  for (const [side, operand] of operands.entries()) {
    // One at a time: two sides may be the same file, which a list of inputs would name once.
    const [named, ...others] = await namedInputs([operand]);
    try {
      if (named === undefined || others.length > 0) throw severalFiles(operand);
      if ('fault' in named) throw named.fault;
      reports.push(await reportOf(named.path, call, dates[side] ?? null));
    } catch (error) {
      if (!(error instanceof PmedError)) throw error;
      call.session.notices.fault(error);
      reports.push(null);
    }
  }
  return [reports[0] ?? null, reports[1] ?? null];
}

async function reportOf(path: string, call: Call, date: string | null): Promise<Version> {
  const { notices } = call.session;
  let report: Version;
  if (path !== '-' && isReport(path)) {
    report = await savedReport(path);
  } else {
    const [{ analyse }, { sourceOf }] = await Promise.all([import('../analyse.ts'), import('./inputs.ts')]);
    const source = await sourceOf(path, { name: null, extension: null });
    let wording: Wording | null = null;
    const found = await analyse(source, {
      ...(await sharedOptions(call)),
      ...(date === null ? {} : { docDate: date }),
      ...statedDate(path, call),
      onWording: ({ text, passages }) => {
        // Their words alone: an annotated text is many times as big.
        wording = {
          text,
          passages: passages.map(({ kind, text: said, start, end }) => ({ kind, text: said, start, end })),
        };
      },
    });
    report = wording === null ? found : { ...found, wording };
  }
  const typed = path === '-' ? (report.documents[0]?.name ?? 'stdin') : path;
  for (const { code, level, message, hint, page } of report.diagnostics) {
    notices.add({ code, level, message, hint, page, path: typed });
  }
  return report;
}

/** @throws PmedError (exit 3) that names the file */
async function savedReport(path: string): Promise<Report> {
  const { parseReport } = await import('../model/schema.ts');
  try {
    return parseReport(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    const { code, exitCode, hint } = error;
    const details = { code, exitCode, cause: error };
    throw new PmedError(`${path}: ${error.message}`, hint === null ? details : { ...details, hint });
  }
}

/** Whether a file begins as a report of pmed begins. */
function isReport(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(80);
    const length = readSync(file, start, 0, start.length, 0);
    closeSync(file);
    return /^\s*\{\s*"\$schema":\s*"urn:pmed:schema:/.test(start.toString('utf8', 0, length));
  } catch {
    return false;
  }
}

function severalFiles(operand: string): PmedError {
  return new PmedError(`${basename(operand)} names several documents; pmed diff compares one with one.`, {
    code: 'PMED-U005',
    exitCode: 2,
    hint: 'Name the old file and the new file:  pmed diff old.pdf new.pdf',
  });
}
