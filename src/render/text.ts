/** The text of a document as pmed reads it: as JSON with its blocks, as plain text, and with page and line marks. */
import type { Block, BlockPart, Document, Page } from '../model/document.ts';
import { pagesOf, toCleanOffset } from '../model/document.ts';
import { SCHEMA_VERSION } from '../model/kinds.ts';
import { lineAt, lineStarts } from '../model/lines.ts';
import type { DocumentRecord, ReportDiagnostic, Tool } from '../model/report.ts';
import type { TextReport } from '../model/text.ts';
import { harmless } from './harmless.ts';
import type { ScreenOptions } from './screen.ts';
import { sign } from './screen.ts';

/** Every page with its blocks; a block that runs over a page break stands on each page with its part of the text. */
export function textReport(
  document: Document,
  record: DocumentRecord,
  tool: Tool,
  diagnostics: readonly ReportDiagnostic[],
): TextReport {
  const onPage = new Map<number, TextReport['pages'][number]['blocks']>();
  for (const page of pagesOf(document)) onPage.set(page.page, []);
  for (const block of document.blocks) {
    const printed = printedBefore(document, block);
    block.parts.forEach((part, index) => {
      const shown = index === 0 ? printed : '';
      onPage.get(part.page)?.push({
        kind: block.kind,
        role: block.role ?? null,
        level: block.level,
        text: `${shown}${block.parts.length === 1 ? block.text : partText(block, part)}`,
        start: part.start - shown.length,
        end: part.end,
        box: part.box === null ? null : [...part.box],
        source: block.source === undefined ? null : [block.source.start, block.source.end],
      });
    });
  }
  return {
    $schema: 'urn:pmed:schema:text:1',
    kind: 'text',
    schemaVersion: SCHEMA_VERSION,
    tool,
    document: record,
    text: document.text,
    pages: pagesOf(document).map(({ page, label, start, end, legible }) => {
      return { page, label, start, end, legible, blocks: onPage.get(page) ?? [] };
    }),
    diagnostics: [...diagnostics],
  };
}

/**
 * The number or letter that stands before a block on a printed page, with its space: `2.1 `, `(a) `; empty where there is
 * none. Bullets are ornament, and plain text and Markdown keep their own marks.
 */
function printedBefore(document: Document, { marker, start }: Block): string {
  if (/^text\/(?:plain|markdown)$/.test(document.mediaType) || marker === null || !/[\p{L}\p{N}]/u.test(marker))
    return '';
  const printed = `${marker} `;
  return document.text.startsWith(printed, start - printed.length) ? printed : '';
}

/** The clean text of a block that lies in one of its parts. */
function partText(block: Block, part: BlockPart): string {
  return block.text.slice(toCleanOffset(block, part.start), toCleanOffset(block, part.end)).trim();
}

/** The document's text itself, made harmless for a terminal character by character, with one newline at its end. */
export function renderText(document: Pick<Document, 'text'>): string {
  const text = harmless(document.text, true);
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** The text of the pages that a document was narrowed to: neighbours as they stand, an empty line between runs. */
export function renderPages(document: Pick<Document, 'text' | 'pages' | 'chosen'>): string {
  const { text } = document;
  const runs: { start: number; end: number; last: number }[] = [];
  for (const { page, start, end } of pagesOf(document)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === page) {
      run.end = end;
      run.last = page;
    } else runs.push({ start, end, last: page });
  }
  return renderText({ text: runs.map((run) => text.slice(run.start, run.end).trim()).join('\n\n') });
}

/**
 * The text with its line numbers, and a mark at the top of every page where the document has pages. Blocks that yield no
 * finding are marked as what they are.
 */
export function renderMarkedText(document: Document, screen: Pick<ScreenOptions, 'ascii'>): string {
  const starts = lineStarts(document.text);
  const width = String(starts.length).length;
  const aside = linesSetAside(document, starts);
  if (document.blocks.some(({ source }) => source !== undefined)) return sourceNumbered(document, starts, aside);
  if (!document.paged) return numbered(harmless(document.text, true).replace(/\n$/, ''), 1, width, aside);
  return pagesOf(document)
    .map((page) => {
      const own = document.text.slice(page.start, page.end);
      const words = own.trim();
      const first = page.start + own.indexOf(words);
      const shown = words === '' ? '' : `${numbered(harmless(words, true), lineAt(starts, first), width, aside)}\n`;
      return `${pageMark(page, screen)}\n\n${shown}`;
    })
    .join('')
    .replace(/\n\n$/, '\n');
}

/** The lines of a text that was put together from a file, each after the line of the file that it begins on. */
function sourceNumbered(
  { text, blocks }: Pick<Document, 'text' | 'blocks'>,
  starts: readonly number[],
  aside: ReadonlyMap<number, string>,
): string {
  const places = new Map(blocks.map(({ start, source }) => [lineAt(starts, start), source?.line]));
  const width = String(Math.max(...[...places.values()].map((line) => line ?? 0))).length;
  return harmless(text, true)
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const number = String(places.get(index + 1) ?? '').padStart(width);
      return `${number}  ${aside.get(index + 1) ?? ''}${line}`.trimEnd();
    })
    .join('\n')
    .concat('\n');
}

/** `— p. 14 (PDF page 18) —`, and whether the page could be read. */
function pageMark(page: Page, screen: Pick<ScreenOptions, 'ascii'>): string {
  const rule = sign('rule', screen);
  const own =
    page.label === null || page.label === String(page.page)
      ? `p. ${page.page}`
      : `p. ${page.label} (PDF page ${page.page})`;
  return `${rule} ${own}${page.legible ? '' : ', not legible'} ${rule}`;
}

/** Lines, each after its number in the document. */
function numbered(text: string, first: number, width: number, aside: ReadonlyMap<number, string>): string {
  return text
    .split('\n')
    .map((line, index) => {
      const number = first + index;
      return `${String(number).padStart(width)}  ${aside.get(number) ?? ''}${line}`.trimEnd();
    })
    .join('\n')
    .concat('\n');
}

/** What stands before a line, by its number, where a block that yields no finding begins there. */
function linesSetAside(
  { mediaType, blocks }: Pick<Document, 'mediaType' | 'blocks'>,
  starts: readonly number[],
): ReadonlyMap<number, string> {
  // Plain text and Markdown show such words as their authors wrote them.
  const marked = /^text\/(?:plain|markdown)$/.test(mediaType) ? [] : blocks;
  return new Map(
    marked.flatMap((block): [number, string][] => {
      const reason = reasonAside(block);
      return reason === null ? [] : [[lineAt(starts, block.start), `[${reason}] `]];
    }),
  );
}

function reasonAside({ kind, role }: Pick<Block, 'kind' | 'role'>): string | null {
  if (role === 'struck') return 'struck out';
  if (role === 'contents') return 'contents';
  return kind === 'furniture' ? 'left out' : kind === 'note' ? 'note' : null;
}
