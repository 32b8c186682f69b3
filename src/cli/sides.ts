/** The versions that a comparison is given: documents to analyse, or reports that pmed wrote before. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { PmedError } from '../model/fault.ts';
import type { Report, ReportDiagnostic } from '../model/report.ts';
import { isSaved } from '../model/saved.ts';
import type { Version, Wording } from '../model/version.ts';
import type { Source } from '../read/source.ts';
import type { Call } from './command.ts';
import { docDate } from './flags.ts';
import { statedDate } from './settings/files.ts';
import { maxSize } from './settings/unflagged.ts';
import { sharedOptions } from './shared-options.ts';

/** A version as it was named, and where it comes from where that is no path. */
export interface Operand {
  /** As typed, or as messages call it: `docs/strategy.md@HEAD~1`. */
  readonly typed: string;
  /** The file that it is a version of: `docs/strategy.md`. */
  readonly path: string;
  /** Its content; null for a path, or `-` for stdin. */
  readonly open: (() => Promise<Opened>) | null;
}

/** The content of a version that is no file on disk. */
export interface Opened {
  /** By which its type is told: `strategy.md`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What results call it: `strategy.md@HEAD~1`. */
  readonly shown: string;
  /** What is to be said of how it was found. */
  readonly notes: readonly ReportDiagnostic[];
}

/**
 * Reads all versions; what goes wrong with any is said, so that a user hears of all at once.
 * @param dates document dates that hold over what the texts say, or null
 * @returns null for a version that could not be read
 * @throws PmedError (exit 2) for stdin named twice, and a URL
 */
export async function readVersions(
  operands: readonly Operand[],
  call: Call,
  dates: readonly (string | null)[],
): Promise<readonly (Version | null)[]> {
  if (operands.filter(({ typed, open }) => typed === '-' && open === null).length > 1) throw stdinTwice();
  const names = operands.map(({ path }) => basename(path));
  const reports: (Version | null)[] = [];
  const { progress } = call.session;
  progress.begin(operands.map(({ typed, open }) => (open === null ? typed : '')));
  for (const [place, operand] of operands.entries()) {
    progress.next(operand.typed);
    try {
      reports.push(await reportOf(operand, call, { date: dates[place] ?? null, names }));
    } catch (error) {
      if (!(error instanceof PmedError)) throw error;
      if (error.code === 'PMED-U008') throw error;
      call.session.notices.fault(error);
      progress.failed();
      reports.push(null);
    }
  }
  progress.end();
  return reports;
}

/** What is known of a version besides its content. */
interface Side {
  /** The document date that holds over what the text says, or null. */
  readonly date: string | null;
  /** Names of all versions. */
  readonly names: readonly string[];
}

async function reportOf(operand: Operand, call: Call, side: Side): Promise<Version> {
  const opened = operand.open === null ? null : await operand.open();
  const path = opened === null ? await fileOf(operand.typed) : operand.typed;
  const source = opened === null ? await given(path) : { ...opened, typed: path };
  const typed = typeof source === 'object' && source.name === 'stdin' ? 'stdin' : path;
  const saved = savedText(source, call.get(maxSize));
  const report = saved === null ? await analysed(source, path, call, side) : await savedReport(saved, typed);
  const [document] = report.documents;
  if (typeof source === 'string' && saved === null && document !== undefined) call.session.locate(document.id, source);
  for (const { code, level, message, hint, page } of report.diagnostics) {
    call.session.notices.add({ code, level, message, hint, page, path: typed });
  }
  if (opened === null) return report;
  for (const { message } of opened.notes) call.session.notices.remark(message);
  const documents = report.documents.map((document) => ({ ...document, name: opened.shown }));
  return { ...report, documents, diagnostics: [...report.diagnostics, ...opened.notes] };
}

/** @throws PmedError where it names none, several, or what is not there */
async function fileOf(operand: string): Promise<string> {
  const { namedInputs } = await import('./inputs.ts');
  const [named, ...others] = await namedInputs([operand]);
  if (named === undefined || others.length > 0) throw severalFiles(operand);
  if ('fault' in named) throw named.fault;
  return named.path;
}

/** A path, or what stdin holds. */
async function given(path: string): Promise<Source> {
  const { sourceOf } = await import('./inputs.ts');
  return sourceOf(path, { name: null, extension: null });
}

async function analysed(source: Source, path: string, call: Call, { date, names }: Side): Promise<Version> {
  const { analyse } = await import('../analyse.ts');
  let wording: Wording | null = null;
  const { review, ...options } = await sharedOptions(undated(call));
  const report = await analyse(source, {
    ...options,
    ...(review === undefined ? {} : { review: { ...review, versions: names } }),
    ...(date === null ? {} : { docDate: date }),
    ...statedDate(path, call),
    onWording: ({ text, passages, comments }) => {
      // Their words alone: an annotated text is many times as big.
      wording = {
        text,
        passages: passages.map(({ kind, text: said, start, end }) => ({ kind, text: said, start, end })),
        ...(comments === undefined ? {} : { comments }),
      };
    },
  });
  return wording === null ? report : { ...report, wording };
}

/** The call without its dates: they are those of several documents. */
const undated = (call: Call): Call => ({
  ...call,
  get: (flag) => (flag.long === docDate.long ? flag.read([]) : call.get(flag)),
});

/** Bytes by which a saved report is told from a document. */
const START = 4096;

/** The text of a saved result; null for a document. */
function savedText(source: Source, megabytes: number): (() => Promise<string>) | null {
  if (typeof source === 'object' && 'text' in source) return null;
  const start = typeof source === 'string' ? startOf(source) : source.bytes.subarray(0, START);
  const name = typeof source === 'string' ? source : source.name;
  if (start === null || !isSaved(legible(start), name)) return null;
  return async () => {
    const [{ checkSize }, { decode }] = await Promise.all([import('../read/source.ts'), import('../read/decode.ts')]);
    const bytes = typeof source === 'string' ? readFileSync(source) : source.bytes;
    checkSize(name, bytes.length, megabytes);
    return decode(bytes).text;
  };
}

/** Letters of UTF-8, or of UTF-16 as some shells write it. */
const legible = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8').decode(bytes).replace(/[\ufeff\ufffd\u0000]/g, '');

function startOf(path: string): Uint8Array | null {
  try {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(START);
    const length = readSync(file, start, 0, start.length, 0);
    closeSync(file);
    return start.subarray(0, length);
  } catch {
    return null;
  }
}

/**
 * The report of one document that was read.
 * @throws PmedError that names the file: exit 3 for what is no such report, 2 for one of several documents
 */
async function savedReport(textOf: () => Promise<string>, typed: string): Promise<Report> {
  const { parseSaved } = await import('../model/saved.ts');
  let report: Report;
  try {
    report = parseSaved(await textOf());
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    const { code, exitCode, hint } = error;
    const details = { code, exitCode, cause: error };
    const message = error.message.startsWith(typed) ? error.message : `${typed}: ${error.message}`;
    throw new PmedError(message, hint === null ? details : { ...details, hint });
  }
  const { documents } = report;
  const [document] = documents;
  if (document === undefined || documents.length > 1)
    throw severalDocuments(
      typed,
      documents.map(({ name }) => name),
    );
  if (document.status === 'failed') {
    throw new PmedError(`${typed}: ${document.name} could not be read when this report was made.`, {
      code: 'PMED-I102',
      exitCode: 3,
      hint: 'Give the document itself, once it can be read.',
    });
  }
  const { aboutSaved } = await import('../compare/inputs.ts');
  return { ...report, diagnostics: [...report.diagnostics, ...aboutSaved(report)] };
}

function severalDocuments(typed: string, names: readonly string[]): PmedError {
  const some = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
  const what = names.length === 0 ? 'no document' : `${names.length} documents (${some})`;
  return new PmedError(`${typed}: this report holds ${what}; pmed diff takes one a version.`, {
    code: 'PMED-U020',
    exitCode: 2,
    hint: 'Analyse each version on its own:  pmed analyse old.pdf -o old.json',
  });
}

function severalFiles(operand: string): PmedError {
  return new PmedError(`${basename(operand)} names several documents; pmed diff takes one a version.`, {
    code: 'PMED-U005',
    exitCode: 2,
    hint: 'Name each file, the oldest first:  pmed diff old.pdf new.pdf',
  });
}

function stdinTwice(): PmedError {
  return new PmedError("standard input ('-') is named twice; it can be one version only.", {
    code: 'PMED-U009',
    exitCode: 2,
    hint: 'Give the other as a file:  pmed diff old.md -',
  });
}
