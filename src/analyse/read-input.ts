/** Reads the inputs of a run; what cannot be read, or was read before, is told in its place. */
import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import { PmedError } from '../model/fault.ts';
import type { DocumentRecord, ReportDiagnostic } from '../model/report.ts';
import { type ReadOptions, read } from '../read/read.ts';
import { selectPages } from '../read/selection.ts';
import { readSource, type Source } from '../read/source.ts';
import { documentId, isText } from './document-record.ts';
import { type AnalyseOptions, readOptions } from './options.ts';

/** One input of many: a source with what is known about it, or the fault met while fetching it. */
export type Input =
  | { readonly kind: 'source'; readonly source: Source; readonly options?: ReadOptions }
  | { readonly kind: 'fault'; readonly fault: PmedError };

/** What holds for the reading of all documents of a run. */
export interface ReadingRun {
  readonly options: AnalyseOptions;
  /** Called with each fault before it is told. */
  readonly failed: (fault: PmedError) => void;
  /**
   * Document id → name of the file. Only files are compared with each other: texts that a caller names are his own to
   * tell apart, and may be millions.
   */
  readonly names: Map<string, string>;
}

/** What is said of an input of which there is no document to look at: it could not be read, or was read before. */
export interface Unread {
  readonly kind: 'unread';
  readonly document: DocumentRecord | null;
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** An input as read, narrowed to the pages that were asked for. */
export type InputRead = { readonly kind: 'read'; readonly document: Document; readonly id: string } | Unread;

/** Reads one input of a run; what goes wrong is told in its place. */
export async function readInput(input: Input, { options, failed, names }: ReadingRun): Promise<InputRead> {
  if (input.kind === 'fault') {
    failed(input.fault);
    return failure(input.fault, null);
  }
  const { source } = input;
  let document: Document;
  try {
    document = await read(source, { ...readOptions(options), ...input.options });
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    failed(error);
    return failure(error, await failedRecord(source));
  }
  const id = documentId(document, source);
  const twin = names.get(id);
  if (twin !== undefined) return duplicate(document.name, twin, id);
  if (!isText(source)) names.set(id, document.name);
  try {
    if (options.pages !== undefined) document = selectPages(document, options.pages, nameOf(source));
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    failed(error);
    return failure(error, null);
  }
  return { kind: 'read', document, id };
}

/** A source as the user named it. */
function nameOf(source: Source): string {
  return typeof source === 'string' ? source : source.name;
}

function failure({ code, message, hint }: PmedError, document: DocumentRecord | null): Unread {
  return said({ code, level: 'error', documentId: document?.id ?? null, page: null, message, hint }, document);
}

/** What can be said of a document that could not be read: its name and bytes, where there are any. */
async function failedRecord(source: Source): Promise<DocumentRecord | null> {
  let file: { readonly name: string; readonly bytes: Uint8Array };
  try {
    file = await bytesOf(source);
  } catch {
    return null;
  }
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return {
    id: documentId({ name: file.name, sha256 }, source),
    name: file.name,
    sha256,
    mediaType: 'application/octet-stream',
    bytes: file.bytes.length,
    status: 'failed',
    title: null,
    publisher: null,
    language: null,
    pages: null,
    words: 0,
    passages: 0,
    textCoverage: 0,
    date: null,
    fiscalYear: null,
    sections: [],
    parts: null,
  };
}

async function bytesOf(source: Source): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  if (typeof source === 'string') return readSource(source);
  return 'bytes' in source ? source : { name: source.name, bytes: new TextEncoder().encode(source.text) };
}

function duplicate(name: string, twin: string, id: string): Unread {
  const message = `${name} has the same bytes as ${twin}; it was analysed once.`;
  return said({ code: 'PMED-I110', level: 'note', documentId: id, page: null, message, hint: null }, null);
}

function said(diagnostic: ReportDiagnostic, document: DocumentRecord | null): Unread {
  return { kind: 'unread', document, diagnostics: [diagnostic] };
}
