/** What a page shows of each block of a document: what was found in it, the pages it stands on, what it is about. */
import { type Block, type DocumentBody, type Span, toCleanOffset } from '../../../../model/document.ts';
import { blockId, type SectionInput } from '../input.ts';
import type { Shown } from './blocks.ts';
import { type Break, type Found, markedText, markIds } from './marks.ts';
import { type PageMarks, pageMarks } from './pages.ts';
import { stretchesOf } from './places.ts';
import type { Cell } from './table.ts';

/** The blocks of the document's text. */
export function shownBlocks(body: DocumentBody, input: SectionInput): Shown {
  const { suffix } = input;
  const found = foundIn(body, input);
  const themes = themesIn(body, input);
  const nextId = markIds();
  const marks = pageMarks(body.paged ? body.pages : [], suffix);
  return {
    words: (index, block, range) =>
      markedText(
        block.text,
        range === undefined ? [0, block.text.length] : [range.from, range.to],
        found.get(index) ?? [],
        breaksIn(block, marks, range ?? { from: 0, to: block.text.length }),
        nextId,
      ),
    before: ({ parts: [first] }, element) => (first === undefined ? [] : marks(first.page, element)),
    attributes: (index) => ({ id: blockId(index, input), 'data-t': themes.get(index)?.join(' ') ?? null }),
  };
}

/** The pages that begin within a stretch of a block, or before it and have not been told yet. */
function breaksIn(block: Block, marks: PageMarks, { from, to }: Cell): Break[] {
  return block.parts.slice(1).flatMap(({ page, start }): Break[] => {
    const at = Math.max(from, toCleanOffset(block, start));
    return at < to ? [{ at, content: marks(page, 'span') }] : [];
  });
}

/** What was found, by the position of its block. */
function foundIn(body: DocumentBody, input: SectionInput): ReadonlyMap<number, Found[]> {
  const find = stretchesOf(body);
  const { sections } = input.settings;
  const byBlock = new Map<number, Found[]>();
  const add = (span: Span, quote: string, what: Pick<Found, 'ref' | 'kind' | 'hasRow'>): void => {
    const stretch = find(span, quote);
    if (stretch === null) return;
    const one = { ...what, from: stretch.from, to: stretch.to };
    const own = byBlock.get(stretch.block);
    if (own === undefined) byBlock.set(stretch.block, [one]);
    else own.push(one);
  };
  for (const { ref, evidence } of input.commitments)
    add(evidence, evidence.quote, { ref, kind: 'commitment', hasRow: sections.has('commitments') });
  for (const { ref, evidence } of input.statements)
    add(evidence, evidence.quote, { ref, kind: 'statement', hasRow: sections.has('statements') });
  for (const { ref, span, text } of input.timeline) add(span, text, { ref, kind: 'time', hasRow: false });
  return byBlock;
}

/** The themes that the passages of a block carry, as positions among those of the document. */
function themesIn(body: DocumentBody, { themes }: SectionInput): ReadonlyMap<number, number[]> {
  const find = stretchesOf(body);
  const byBlock = new Map<number, number[]>();
  for (const [theme, { evidence }] of themes.entries()) {
    for (const passage of evidence) {
      const stretch = find(passage, passage.quote);
      if (stretch === null) continue;
      const own = byBlock.get(stretch.block);
      if (own === undefined) byBlock.set(stretch.block, [theme]);
      else if (own.at(-1) !== theme) own.push(theme);
    }
  }
  return byBlock;
}
