/** Joins the stages: sources are read, annotated and searched, one after the other, and become one report. */
import { createHash } from 'node:crypto';
import { annotate } from './annotate/annotate.ts';
import { readCountries } from './extract/country/countries.ts';
import { countryFinder } from './extract/country/country.ts';
import { ORDER_GUESSED, settled } from './extract/document-date.ts';
import { type ExtractOptions, extract } from './extract/extract.ts';
import { countPassages } from './extract/passages.ts';
import type { ThemeParts } from './extract/theme-parts.ts';
import type { Annotated } from './model/annotated.ts';
import { type Document, pagesOf } from './model/document.ts';
import { PmedError } from './model/fault.ts';
import { joinParts, type ReportPart } from './model/part.ts';
import type { DocumentRecord, Report, ReportDiagnostic, Tool } from './model/report.ts';
import type { ReadOptions } from './read/read.ts';
import { read } from './read/read.ts';
import { selectPages } from './read/selection.ts';
import { readSource, type Source } from './read/source.ts';
import { loadRules, type Rules } from './rules/load.ts';
import { version } from './version.ts';

/** What decides the findings besides the documents and the rules. */
export interface AnalyseOptions extends ReadOptions {
  /** First day of the financial year, `MM-DD`; unless given, as each document's text or country has it, else `04-01`. */
  readonly fiscalYear?: string;
  /** Reading of 03/04/2025; unless given, as each document's other dates or its country have it, else `dmy`. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** When events are, by name: `{ 'Royal Assent': '2025-03-01', 'Phase 2': '2026-04..2028-03' }`. */
  readonly anchors?: Readonly<Record<string, string>>;
  /** Full names of bodies, by how the text calls them: `{ NHSE: 'NHS England' }`; `we` says who "we" is. */
  readonly actors?: Readonly<Record<string, string>>;
  /** ISO day from which deadlines are judged; nothing is judged unless given. */
  readonly asOf?: string | null;
  /** Theme schemes to look for; `policy` and those of users' packs among the rules unless given. */
  readonly themes?: readonly string[];
  /** What the themes are counted in besides the document; in nothing unless given. */
  readonly themesBy?: ThemeParts;
  /** Whether nothing but themes is looked for, in a fraction of the time; commitments, statements and times stay empty. */
  readonly isThemesOnly?: boolean;
  /** Pages to look at, as `3-10,15`, `12-` or, by their printed numbers, `labels:i-x`; all unless given. */
  readonly pages?: string;
  /**
   * How places are cited: `{publisher} ({year}), {place}` unless given, where the place is `p. 12` or `l. 3`. Also known
   * are `{title}`, `{name}` (of the file), `{date}` and `{page}` (its printed number; the line where there are no pages).
   */
  readonly cite?: string;
  /** What a file of settings decided, by its keys, for `tool.options` of the report; it changes nothing by itself. */
  readonly config?: Readonly<Record<string, readonly string[]>>;
  /** Rules to use; the built-in ones unless given. */
  readonly rules?: Rules;
}

/** One input of many: a source with what is known about it, or the fault met while fetching it. */
export type Input =
  | { readonly kind: 'source'; readonly source: Source; readonly options?: ReadOptions }
  | { readonly kind: 'fault'; readonly fault: PmedError };

/** An analysis that gives its parts one by one, holding none of them. */
export interface Analysis {
  readonly tool: Tool;
  readonly parts: AsyncIterable<ReportPart>;
}

/**
 * Analyses one or many documents.
 * @param sources paths, bytes or texts. Of a list, what cannot be read is told in `diagnostics` and the others go on;
 *   the same bytes twice are analysed once.
 * @throws PmedError when a single source (not in a list) cannot be read
 */
export async function analyse(sources: Source | readonly Source[], options: AnalyseOptions = {}): Promise<Report> {
  const isList = isSourceList(sources);
  const list = isList ? sources : [sources];
  const { tool, parts } = await analyseEach(
    list.map((source): Input => ({ kind: 'source', source })),
    options,
    isList ? undefined : rethrow,
  );
  const all: ReportPart[] = [];
  for await (const part of parts) all.push(part);
  return joinParts(tool, all);
}

/**
 * Analyses documents one by one; each is let go when the next is asked for.
 * @param failed called with each fault before its diagnostics are given; may throw to end the analysis
 * @throws PmedError (exit 2) for a theme scheme that no pack holds
 */
export async function analyseEach(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: AnalyseOptions = {},
  failed: (fault: PmedError) => void = () => {},
): Promise<Analysis> {
  const rules = options.rules ?? (await loadRules());
  const themes = options.themes ?? [...new Set(['policy', ...rules.schemes])];
  checkSchemes(rules, themes);
  return { tool: toolOf(rules, options), parts: partsOf(inputs, rules, { ...options, themes }, failed) };
}

async function* partsOf(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  rules: Rules,
  options: AnalyseOptions,
  failed: (fault: PmedError) => void,
): AsyncGenerator<ReportPart> {
  const run: Run = { rules, options, failed, counts: { C: 0, S: 0, T: 0 }, names: new Map() };
  // Each document is worked on in a call of its own, so that nothing but its part is held while that is written.
  for await (const input of inputs) yield await partOf(input, run);
}

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

/** What holds for all documents of an analysis. */
interface Run extends ReadingRun {
  readonly rules: Rules;
  /** How many records of each kind have been numbered. */
  readonly counts: { C: number; S: number; T: number };
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

async function partOf(input: Input, run: Run): Promise<ReportPart> {
  const given = await readInput(input, run);
  if (given.kind === 'unread') {
    const { document, diagnostics } = given;
    return { document, commitments: [], statements: [], timeline: [], themes: [], diagnostics };
  }
  const { document, id } = given;
  const { rules, options, counts } = run;
  const annotated = annotate(document);
  const found = extract(annotated, rules, extractOptions(id, options));
  return {
    document: {
      ...documentRecord(id, document, annotated),
      date: found.date,
      fiscalYear: found.fiscalYear,
      parts: found.parts === null ? null : [...found.parts],
    },
    commitments: found.commitments.map((record) => ({ ...record, ref: `C${++counts.C}` })),
    statements: found.statements.map((record) => ({ ...record, ref: `S${++counts.S}` })),
    timeline: found.timeline.map((record) => ({ ...record, ref: `T${++counts.T}` })),
    themes: found.themes,
    diagnostics: [
      ...reportDiagnostics(document, id).filter(({ code }) => code !== ORDER_GUESSED || !found.isOrdered),
      ...found.diagnostics,
    ],
  };
}

/** What decides the findings of a document besides its text and the rules. */
export function extractOptions(documentId: string, options: AnalyseOptions): ExtractOptions {
  const { fiscalYear = null, dateOrder = null, anchors = {}, actors = {}, cite, themes = ['policy'] } = options;
  const { themesBy = null, isThemesOnly = false } = options;
  return { documentId, fiscalYear, dateOrder, anchors, actors, cite, themes, themesBy, isThemesOnly };
}

/** What the report says about a document before it is searched: where it came from, what it is, and its sections. */
export function documentRecord(id: string, document: Document, annotated: Annotated): DocumentRecord {
  return {
    id,
    name: document.name,
    sha256: document.sha256,
    mediaType: document.mediaType,
    bytes: document.bytes,
    status: document.status,
    title: document.title,
    publisher: document.publisher,
    language: document.language,
    pages: document.paged ? pagesOf(document).length : null,
    words: document.words,
    passages: countPassages(annotated.sentences),
    textCoverage: document.textCoverage,
    date: document.date,
    fiscalYear: null,
    sections: annotated.sections.map(({ id: sectionId, level, title, page, start, end }) => ({
      id: sectionId,
      level,
      title,
      page: document.paged ? page : null,
      start,
      end,
    })),
    parts: null,
  };
}

/** A document that was only read, with its own date as analysing it has it. */
export function datedDocument(document: Document, rules: Rules): Document {
  if (!document.diagnostics.some(({ code }) => code === ORDER_GUESSED)) return document;
  return settled(annotate(document), countryFinder(readCountries(rules.files)));
}

/** The document's own messages, as they stand in the report. */
export function reportDiagnostics(document: Document, id: string): ReportDiagnostic[] {
  return document.diagnostics.map(({ code, level, page, message, hint }) => ({
    code,
    level,
    documentId: id,
    page,
    message,
    hint,
  }));
}

/** Who made a result, with which rules and settings. */
export function toolOf(rules: Rules, options: AnalyseOptions): Tool {
  return { name: 'pmed', version, packs: [...rules.packs], options: settings(options) };
}

/** @throws PmedError (exit 2) for a theme scheme that no pack holds */
export function checkSchemes({ themes }: Rules, wanted: readonly string[]): void {
  const known = themes.map(({ scheme }) => scheme);
  const unknown = wanted.find((scheme) => !known.includes(scheme));
  if (unknown === undefined) return;
  throw new PmedError(`no theme scheme is called '${unknown}'.`, {
    code: 'PMED-U004',
    exitCode: 2,
    hint: `Schemes: ${[...new Set(known)].join(', ')}`,
  });
}

/** The settings that stand in the report. */
function settings(options: AnalyseOptions) {
  return {
    fiscalYear: options.fiscalYear ?? '04-01',
    dateOrder: options.dateOrder ?? 'dmy',
    anchors: { ...options.anchors },
    actors: { ...options.actors },
    asOf: options.asOf ?? null,
    config: Object.fromEntries(Object.entries(options.config ?? {}).map(([key, values]) => [key, [...values]])),
  };
}

/** `d-` and ten hexadecimal digits of the bytes' hash; a text in memory is known by its name as well. */
export function documentId(document: Pick<Document, 'name' | 'sha256'>, source: Source): string {
  if (!isText(source)) return `d-${document.sha256.slice(0, 10)}`;
  const named = createHash('sha256').update(`${document.name}\n${document.sha256}`).digest('hex');
  return `d-${named.slice(0, 10)}`;
}

/** A source as the user named it. */
function nameOf(source: Source): string {
  return typeof source === 'string' ? source : source.name;
}

function isText(source: Source): boolean {
  return typeof source !== 'string' && 'text' in source;
}

function isSourceList(sources: Source | readonly Source[]): sources is readonly Source[] {
  return Array.isArray(sources);
}

function rethrow(fault: PmedError): never {
  throw fault;
}

/** Only what reading takes: flags that are absent must not stand in the way of what a line of JSON says. */
export function readOptions(options: AnalyseOptions): ReadOptions {
  const { docDate, dateSource, publisher, publisherSource, title, ignoreTags, password, timeout, ocr, onPicture } =
    options;
  const { maxSize, minTextCoverage, language, requireLanguage, pageOffset } = options;
  return {
    ...(docDate === undefined ? {} : { docDate }),
    ...(dateSource === undefined ? {} : { dateSource }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(publisherSource === undefined ? {} : { publisherSource }),
    ...(title === undefined ? {} : { title }),
    ...(ignoreTags === undefined ? {} : { ignoreTags }),
    ...(password === undefined ? {} : { password }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(language === undefined ? {} : { language }),
    ...(requireLanguage === undefined ? {} : { requireLanguage }),
    ...(pageOffset === undefined ? {} : { pageOffset }),
    ...(maxSize === undefined ? {} : { maxSize }),
    ...(minTextCoverage === undefined ? {} : { minTextCoverage }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(onPicture === undefined ? {} : { onPicture }),
  };
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
