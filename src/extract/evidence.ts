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

/** How places are cited unless the user says otherwise. */
const USUAL = '{publisher} ({year}), {place}';

/**
 * @param form of citations, with names in braces: publisher, title, name (of the file), date, year, place (`p. 12` or
 *   `l. 3`) and page (as printed; the line where there are no pages)
 * @returns a locator whose look-ups cost the logarithm of the document's length
 */
export function locate(annotated: Annotated, form = USUAL): Locator {
  const { document, sections } = annotated;
  const lines = lineStarts(document.text);
  const labels = new Map(document.pages.map((page) => [page.page, page.label]));
  const facts: Readonly<Record<string, string>> = {
    publisher: document.publisher ?? document.title ?? document.name,
    title: document.title ?? document.name,
    name: document.name,
    date: document.date?.value ?? 'n.d.',
    year: document.date?.value.slice(0, 4) ?? 'n.d.',
  };
  // A page that a document does not have is none to cite.
  const given = document.paged ? form : form.replaceAll('p. {page}', '{place}');
  const cited = (where: string, page: string): string =>
    given.replace(/\{(\w{1,20})\}/g, (whole, name: string) => {
      if (name === 'place') return where;
      return name === 'page' ? page : (facts[name] ?? whole);
    });
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
      const page = its.page === null ? String(its.line) : (its.pageLabel ?? String(its.page));
      return { ...its, cite: cited(`${its.page === null ? 'l.' : 'p.'} ${page}`, page) };
    },
  };
}

function pageOf(annotated: Annotated, sentence: Sentence, at: number): number {
  const parts = annotated.document.blocks[sentence.block]?.parts ?? [];
  const part = parts.find((its) => at >= its.start && at < its.end) ?? parts[0];
  return part?.page ?? 1;
}
