/** The HTML page of an analysis, made in this process, with what it was made of. */
import { analyseEach } from '../src/analyse.ts';
import type { ReportPart } from '../src/model/part.ts';
import type { Source } from '../src/read/source.ts';
import { SECTION_NAMES } from '../src/render/report/html/input.ts';
import { ReportPage } from '../src/render/report/html/page.ts';
import { attribute, type Element, type ParsedPage } from './page.ts';

/** A page and the parts that it shows. */
export interface MadePage {
  readonly html: string;
  readonly parts: readonly ReportPart[];
}

/** A Markdown text as a source. */
export const markdown = (text: string, name = 'a.md'): Source => ({ name, text, mediaType: 'text/markdown' });

/** The page that `pmed analyse -f html` makes of some documents. */
export async function reportPage(...sources: readonly Source[]): Promise<MadePage> {
  const { tool, parts: coming } = await analyseEach(
    sources.map((source) => ({ kind: 'source', source })),
    { keepsBody: true },
  );
  const parts: ReportPart[] = [];
  for await (const part of coming) parts.push(part);
  return { html: pageOfParts(parts, tool), parts };
}

/** The page of parts. */
export function pageOfParts(
  parts: readonly ReportPart[],
  tool: ConstructorParameters<typeof ReportPage>[0]['tool'],
): string {
  const page = new ReportPage({
    tool,
    sections: new Set(SECTION_NAMES),
    plan: { from: null, to: null, asOf: null },
    themes: { facet: null, top: null },
    command: 'pmed analyse',
    rules: new Map(),
  });
  for (const part of parts) page.add(part);
  return page.text();
}

/** The text that is marked as evidence of something, its pieces in order, without labels and the marks of pages. */
export function markedAs(page: ParsedPage, ref: string): string[] {
  const byId = new Map(page.elements.map((element) => [attribute(element, 'id'), element]));
  const pieces: string[] = [];
  for (let count = 1; ; count++) {
    const mark = byId.get(count === 1 ? `${ref}-text` : `${ref}-text-${count}`);
    if (mark === undefined) return pieces;
    pieces.push(wordsIn(mark));
  }
}

/** The words of an element as the document has them. */
export function wordsIn(node: Element): string {
  return node.childNodes
    .map((child) => {
      if (child.nodeName === '#text' && 'value' in child) return child.value;
      if (!('tagName' in child)) return '';
      const name = attribute(child, 'class');
      return name === 'l' || name === 'pg' ? '' : wordsIn(child);
    })
    .join('');
}
