/** Themes made by hand, for tests of comparison and rendering that need no analysis. */
import { wilson } from '../src/extract/wilson.ts';
import type { Theme } from '../src/model/report.ts';

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
    share: Math.round((passages / of) * 10_000) / 10_000,
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
