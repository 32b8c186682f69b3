/** Where a finding stands: its quote, line, page and section, and a citation to paste. */
import type { Annotated, Sentence } from '../model/annotated.ts';
import { lineAt, lineStarts } from '../model/lines.ts';
import type { Evidence } from '../model/report.ts';

/** Where a sentence stands, without a citation. */
export type Place = Omit<Evidence, 'cite'>;

/** Gives the evidence of sentences, for one document. */
export interface Locator {
  /** @param at document offset of which the line and page are given; the sentence's start unless given */
  readonly sentence: (sentence: Sentence, at?: number) => Evidence;
  readonly place: (sentence: Sentence, at?: number) => Place;
}

/** @returns a locator whose look-ups cost the logarithm of the document's length */
export function locate(annotated: Annotated): Locator {
  const { document, sections } = annotated;
  const lines = lineStarts(document.text);
  const labels = new Map(document.pages.map((page) => [page.page, page.label]));
  const publisher = document.publisher ?? document.title ?? document.name;
  const year = document.date?.value.slice(0, 4) ?? 'n.d.';
  const place = (sentence: Sentence, at = sentence.start): Place => {
    const { text: quote, start, end } = sentence;
    const source = document.blocks[sentence.block]?.source;
    const line = document.paged ? null : (source?.line ?? lineAt(lines, at));
    const page = document.paged ? pageOf(annotated, sentence, at) : null;
    const pageLabel = page === null ? null : (labels.get(page) ?? null);
    return { quote, start, end, line, page, pageLabel, sectionId: sections[sentence.section]?.id ?? null };
  };
  return {
    place,
    sentence: (sentence, at) => {
      const its = place(sentence, at);
      const where = its.page === null ? `l. ${its.line}` : `p. ${its.pageLabel ?? its.page}`;
      return { ...its, cite: `${publisher} (${year}), ${where}` };
    },
  };
}

function pageOf(annotated: Annotated, sentence: Sentence, at: number): number {
  const parts = annotated.document.blocks[sentence.block]?.parts ?? [];
  const part = parts.find((its) => at >= its.start && at < its.end) ?? parts[0];
  return part?.page ?? 1;
}
