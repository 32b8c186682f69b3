/** What reading made of a document, counted: pages, blocks by kind, and the page furniture that was left out. */
import type { Block, Document } from '../model/document.ts';
import { pagesOf } from '../model/document.ts';
import type { Inspected, Inspection } from '../model/inspect.ts';
import { SCHEMA_VERSION } from '../model/kinds.ts';
import type { DocumentRecord, ReportDiagnostic, Tool } from '../model/report.ts';

/** One document as `pmed inspect` shows it. Pages that are not looked at are left out. */
export function inspected(document: Document, record: DocumentRecord): Inspected {
  const { title, publisher } = document.origins;
  const pageDetails = document.paged
    ? pagesOf(document).map(({ page, label, start, end, legible }) => {
        return { page, label, characters: charactersIn(document.text, start, end), legible };
      })
    : [];
  const blocks = { heading: 0, paragraph: 0, item: 0, cell: 0, note: 0, furniture: 0 };
  const roles = { contents: 0, struck: 0, caption: 0, legend: 0 };
  for (const { kind, role } of document.blocks) {
    blocks[kind]++;
    if (role !== undefined) roles[role]++;
  }
  return {
    ...record,
    origins: {
      title: title === null ? null : { ...title },
      publisher: publisher === null ? null : { ...publisher },
    },
    characters: document.paged
      ? pageDetails.reduce((sum, page) => sum + page.characters, 0)
      : charactersIn(document.text, 0, document.text.length),
    blocks,
    roles,
    tags: document.tags ?? null,
    furniture: furnitureOf(document.blocks),
    pageDetails,
  };
}

/** The whole result. */
export function inspection(
  tool: Tool,
  documents: readonly Inspected[],
  diagnostics: readonly ReportDiagnostic[],
): Inspection {
  return {
    $schema: 'urn:pmed:schema:inspect:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'inspect',
    tool,
    documents: [...documents],
    diagnostics: [...diagnostics],
  };
}

function charactersIn(text: string, start: number, end: number): number {
  let count = 0;
  for (const character of text.slice(start, end)) if (!/\s/.test(character)) count++;
  return count;
}

/** Furniture that differs in its numbers only is one kind; the most frequent first, else as they come. */
function furnitureOf(blocks: readonly Block[]): Inspected['furniture'] {
  const kinds = new Map<string, { text: string; count: number; pages: Set<number> }>();
  for (const { kind, text, parts } of blocks) {
    if (kind !== 'furniture') continue;
    const shape = shapeOf(text);
    const entry = kinds.get(shape) ?? { text, count: 0, pages: new Set() };
    entry.count++;
    for (const part of parts) entry.pages.add(part.page);
    kinds.set(shape, entry);
  }
  return [...kinds.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ text, count, pages }) => ({ text, count, pages: [...pages] }));
}

/** The text with its numbers taken out, small romans at its ends too. */
function shapeOf(text: string): string {
  return text
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+(?=\s|$)/, '#')
    .replace(/(?<=\s)[ivxlc]+$/, '#');
}
