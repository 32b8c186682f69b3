/** Where a finding stands: its quote, line, page and section, and a citation to paste. */
import type { Annotated, Sentence } from '../model/annotated.ts';
import { lineAt, lineStarts } from '../model/lines.ts';
import type { Evidence } from '../model/report.ts';

/** Gives the evidence of sentences, for one document. */
export interface Locator {
  readonly sentence: (sentence: Sentence) => Evidence;
}

/** @returns a locator whose look-ups cost the logarithm of the document's length */
export function locate(annotated: Annotated): Locator {
  const { document, sections } = annotated;
  const lines = lineStarts(document.text);
  const labels = new Map(document.pages.map((page) => [page.page, page.label]));
  const publisher = document.publisher ?? document.title ?? document.name;
  const year = document.date?.value.slice(0, 4) ?? 'n.d.';
  return {
    sentence: (sentence) => {
      const { start, end } = sentence;
      const source = document.blocks[sentence.block]?.source;
      const line = document.paged ? null : (source?.line ?? lineAt(lines, start));
      const page = document.paged ? pageOf(annotated, sentence) : null;
      const pageLabel = page === null ? null : (labels.get(page) ?? null);
      const place = page === null ? `l. ${line}` : `p. ${pageLabel ?? page}`;
      return {
        quote: sentence.text,
        start,
        end,
        line,
        page,
        pageLabel,
        sectionId: sections[sentence.section]?.id ?? null,
        cite: `${publisher} (${year}), ${place}`,
      };
    },
  };
}

function pageOf(annotated: Annotated, sentence: Sentence): number {
  const parts = annotated.document.blocks[sentence.block]?.parts ?? [];
  const part = parts.find((its) => sentence.start >= its.start && sentence.start < its.end) ?? parts[0];
  return part?.page ?? 1;
}
