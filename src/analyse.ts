/** Joins the stages: sources are read, annotated and searched, one after the other, and become one report. */
import { documentRecord, reportDiagnostics } from './analyse/document-record.ts';
import { type AnalyseOptions, checkSchemes, extractOptions, toolOf } from './analyse/options.ts';
import { type Input, type ReadingRun, readInput } from './analyse/read-input.ts';
import { annotate } from './annotate/annotate.ts';
import { ORDER_GUESSED } from './extract/document-date.ts';
import { extract } from './extract/extract.ts';
import type { Document, DocumentBody } from './model/document.ts';
import type { PmedError } from './model/fault.ts';
import { joinParts, type ReportPart } from './model/part.ts';
import type { Report, ReportDiagnostic, Tool } from './model/report.ts';
import type { Source } from './read/source.ts';
import { applyReview } from './review/apply.ts';
import { ORPHANED } from './review/told.ts';
import { loadRules, type Rules } from './rules/load.ts';

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

/** What holds for all documents of an analysis. */
interface Run extends ReadingRun {
  readonly rules: Rules;
  /** How many records of each kind have been numbered. */
  readonly counts: { C: number; S: number; T: number };
}

async function partOf(input: Input, run: Run): Promise<ReportPart> {
  const given = await readInput(input, run);
  const path = input.kind === 'source' && typeof input.source === 'string' ? { path: input.source } : {};
  if (given.kind === 'unread') {
    const { document, diagnostics } = given;
    return { document, commitments: [], statements: [], timeline: [], themes: [], diagnostics, ...path };
  }
  const { document, id } = given;
  const { rules, options, counts } = run;
  const annotated = annotate(document);
  options.onWording?.({
    text: document.text,
    passages: annotated.sentences,
    ...(document.comments === undefined ? {} : { comments: document.comments }),
  });
  const found = extract(annotated, rules, extractOptions(id, options));
  const numbered = {
    commitments: found.commitments.map((record) => ({ ...record, ref: `C${++counts.C}` })),
    timeline: found.timeline.map((record) => ({ ...record, ref: `T${++counts.T}` })),
  };
  const { diagnostics: ofReview, ...reviewed } = review(numbered, { id, document }, run);
  return {
    document: {
      ...documentRecord(id, document, annotated),
      date: found.date,
      fiscalYear: found.fiscalYear,
      parts: found.parts === null ? null : [...found.parts],
    },
    ...reviewed,
    statements: found.statements.map((record) => ({ ...record, ref: `S${++counts.S}` })),
    themes: found.themes,
    diagnostics: [
      ...reportDiagnostics(document, id).filter(({ code }) => code !== ORDER_GUESSED || !found.isOrdered),
      ...found.diagnostics,
      ...ofReview,
    ],
    ...path,
    ...(document.comments === undefined ? {} : { comments: document.comments }),
    ...(options.keepsBody === true ? { body: bodyOf(document) } : {}),
  };
}

/** What was found, as the review file has it; of some pages alone it cannot be told what is no longer there. */
function review(
  found: Pick<ReportPart, 'commitments' | 'timeline'>,
  { id, document: { name, sha256 } }: { readonly id: string; readonly document: Document },
  { options, counts }: Run,
): Pick<ReportPart, 'commitments' | 'rejected' | 'timeline'> & { readonly diagnostics: readonly ReportDiagnostic[] } {
  if (options.review === undefined || options.isThemesOnly === true) return { ...found, diagnostics: [] };
  const { commitments, rejected, timeline, diagnostics } = applyReview(
    found,
    { id, name, sha256 },
    options.review,
    () => ++counts.T,
  );
  return {
    commitments,
    ...(rejected.length === 0 ? {} : { rejected }),
    timeline,
    diagnostics: diagnostics.filter(({ code }) => code !== ORPHANED || options.pages === undefined),
  };
}

const bodyOf = ({ text, blocks, pages, paged }: Document): DocumentBody => ({ text, blocks, pages, paged });

function isSourceList(sources: Source | readonly Source[]): sources is readonly Source[] {
  return Array.isArray(sources);
}

function rethrow(fault: PmedError): never {
  throw fault;
}
