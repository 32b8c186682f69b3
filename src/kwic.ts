/** Finds a pattern of words in documents, with the words around it: reads them and looks, without analysing them. */

import { datedDocument, documentRecord, reportDiagnostics } from './analyse/document-record.ts';
import { type AnalyseOptions, toolOf } from './analyse/options.ts';
import { type Input, type ReadingRun, readInput } from './analyse/read-input.ts';
import { annotate, lengthIn } from './annotate/annotate.ts';
import { ORDER_GUESSED } from './extract/document-date.ts';
import { locate } from './extract/evidence.ts';
import type { Annotated } from './model/annotated.ts';
import type { Document } from './model/document.ts';
import { PmedError } from './model/fault.ts';
import type { KwicCount, KwicHit, KwicQuery } from './model/kwic.ts';
import type { KwicPart } from './model/kwic-part.ts';
import type { Tool } from './model/report.ts';
import { inflector } from './rules/inflections.ts';
import { loadRules, type Rules } from './rules/load.ts';
import { PatternFault } from './rules/pattern.ts';
import { type Search, searchFor } from './rules/search.ts';
import { around } from './words/around.ts';
import { quoted } from './yaml/fault.ts';

/** What to look for, and how the hits of a document are shown. */
export type KwicAsked = Omit<KwicQuery, 'words'>;

/** A search that gives its parts one by one, holding none of them. */
interface KwicRun {
  readonly tool: Tool;
  readonly query: KwicQuery;
  readonly parts: AsyncIterable<KwicPart>;
}

/**
 * Looks through documents one by one; each is let go when the next is asked for. Running text and notes are looked
 * through; tables of contents, running heads and struck words are not.
 * @param options what decides how the documents are read
 * @throws PmedError PMED-U018 (exit 2) for a pattern that cannot be read
 */
export async function kwicEach(
  inputs: AsyncIterable<Input>,
  asked: KwicAsked,
  options: AnalyseOptions = {},
): Promise<KwicRun> {
  const rules = options.rules ?? (await loadRules());
  const search = readPattern(asked, rules);
  return {
    tool: toolOf(rules, options),
    query: { ...asked, words: search.words.map(({ word, forms }) => ({ word, forms: [...forms] })) },
    parts: partsOf(inputs, { options, failed: () => {}, names: new Map(), rules, search, asked, counted: { K: 0 } }),
  };
}

function readPattern({ pattern, inflections }: KwicAsked, { files }: Rules): Search {
  try {
    return searchFor(pattern, inflections ? inflector(files) : null);
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    throw new PmedError(`the pattern ${quoted(pattern)}, character ${error.offset + 1}: ${error.message}.`, {
      code: 'PMED-U018',
      exitCode: 2,
      hint: "Examples: 'plan | strategy', 'econom*', 'net ...3 zero' with up to three words between. A mark itself: '\\?'",
    });
  }
}

interface Run extends ReadingRun {
  readonly rules: Rules;
  readonly search: Search;
  readonly asked: KwicAsked;
  /** How many hits have been numbered. */
  readonly counted: { K: number };
}

async function* partsOf(inputs: AsyncIterable<Input>, run: Run): AsyncGenerator<KwicPart> {
  // Each document is worked on in a call of its own, so that nothing but its part is held while that is written.
  for await (const input of inputs) yield await partOf(input, run);
}

async function partOf(input: Input, run: Run): Promise<KwicPart> {
  const given = await readInput(input, run);
  if (given.kind === 'unread') {
    const { document, diagnostics } = given;
    return { document, count: null, hits: [], diagnostics, vocabulary: new Map() };
  }
  const { id } = given;
  const document = datedDocument(given.document, run.rules);
  const annotated = annotate(withNotes(document));
  const found = sorted(hitsIn(document, annotated, id, run), run.asked.sort);
  const hits = found.map((hit) => ({ ...hit, ref: `K${++run.counted.K}` }));
  const isSettled = document !== given.document;
  return {
    document: documentRecord(id, document, annotated),
    count: countOf(id, document.words, hits),
    hits,
    diagnostics: reportDiagnostics(document, id).filter(({ code }) => code !== ORDER_GUESSED || !isSettled),
    vocabulary: hits.length > 0 ? new Map() : vocabularyOf(annotated),
  };
}

/** Notes yield no findings, but are read and looked through as any other text. */
function withNotes(document: Document): Document {
  const blocks = document.blocks.map((block) =>
    block.kind === 'note' ? ({ ...block, kind: 'paragraph' } as const) : block,
  );
  return { ...document, blocks };
}

function hitsIn({ blocks }: Document, annotated: Annotated, documentId: string, { search, asked }: Run): KwicHit[] {
  const locator = locate(annotated);
  return annotated.sentences.flatMap((sentence) => {
    const block = blocks[sentence.block];
    if (block === undefined) return [];
    return search.find(sentence).flatMap(({ from, to }): KwicHit[] => {
      const first = sentence.tokens[from];
      const last = sentence.tokens[to - 1];
      if (first === undefined || last === undefined) return [];
      const at = sentence.at + first.at;
      const ends = { text: last.text, at: sentence.at + last.at };
      const end = ends.at + lengthIn(block, ends);
      return [
        {
          ref: '',
          documentId,
          kind: block.kind === 'note' ? 'note' : sentence.kind,
          text: block.text.slice(at, end),
          start: first.start,
          end: last.end,
          ...around(block.text, at, end, asked.span),
          evidence: locator.sentence(sentence, first.start),
        },
      ];
    });
  });
}

function countOf(documentId: string, words: number, hits: readonly KwicHit[]): KwicCount {
  const forms = new Map<string, number>();
  for (const { text } of hits) {
    const form = text.toLowerCase();
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return {
    documentId,
    hits: hits.length,
    per1000Words: words === 0 ? null : Math.round((hits.length / words) * 100_000) / 100,
    forms: [...forms]
      .map(([form, count]) => ({ form, count }))
      .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1)),
  };
}

/** By the words before or after, the nearest first; else, and where these are equal, as in the text. */
function sorted(hits: readonly KwicHit[], sort: KwicAsked['sort']): readonly KwicHit[] {
  if (sort === 'page') return hits;
  const keyed = hits.map((hit) => {
    const words = hit[sort].toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return { hit, key: (sort === 'left' ? words.reverse() : words).join(' ') };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ hit }) => hit);
}

function vocabularyOf({ sentences }: Annotated): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const { tokens } of sentences)
    for (const { lower } of tokens)
      if (lower.length > 1 && /^\p{L}/u.test(lower)) words.set(lower, (words.get(lower) ?? 0) + 1);
  return words;
}
