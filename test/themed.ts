/** Themes made by hand, for tests of comparison and rendering that need no analysis. */

import type { ReportPart } from '../src/model/part.ts';
import type { DocumentRecord, Theme } from '../src/model/report.ts';
import { wilson } from '../src/model/wilson.ts';
import { reportOf } from './reports.ts';

type Passage = Theme['evidence'][number];

/** A passage that carries a theme. */
export function passage(quote: string, given: Partial<Passage> = {}): Passage {
  return {
    quote,
    start: 0,
    end: quote.length,
    line: 1,
    page: null,
    pageLabel: null,
    sectionId: null,
    score: 0.9,
    from: 'words',
    terms: [],
    ...given,
  };
}

/** A theme that some of a document's passages carry. @param of passages of the document */
export function themeOf(id: string, passages: number, of: number, given: Partial<Theme> = {}): Theme {
  return {
    id,
    scheme: 'policy',
    label: id.charAt(0).toUpperCase() + id.slice(1),
    facet: 'lens',
    documentId: 'd-1',
    passages,
    share: Math.round((passages / of) * 1_000_000) / 1_000_000,
    interval: wilson(passages, of),
    designEffect: 1,
    hits: 2 * passages,
    per1000Words: Math.round((2000 * passages) / of) / 10,
    lowEvidence: false,
    terms: [{ term: id, count: 2 * passages }],
    evidence: [passage(`A sentence on ${id}.`, { terms: [id] })],
    parts: null,
    change: null,
    ...given,
  };
}

/** The part of a document with these themes. */
export function themedPart(themes: readonly Theme[], about: Partial<DocumentRecord> = {}): ReportPart {
  const [document = null] = reportOf([], { words: 20_000, passages: 1000, ...about }).documents;
  return {
    document,
    commitments: [],
    statements: [],
    timeline: [],
    themes: themes.map((theme) => ({ ...theme, documentId: document?.id ?? theme.documentId })),
    diagnostics: [],
  };
}
