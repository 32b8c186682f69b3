/** Tables of contents: runs of short lines that come again as the headings of the document. */
import type { Block } from '../../model/document.ts';
import { withoutEnd } from '../../model/without-end.ts';
import { isContentsEntry } from './titles.ts';

/** What a table of contents, or another list of what stands where, is called. */
const CALLED = new RegExp(
  String.raw`^(?:${[
    String.raw`(?:(?:table\sof|list\sof|summary\sof)\s)?contents?(?:\s(?:page|list))?`,
    String.raw`index(?:\s(?:page|list))?|inside|(?:in|on)\sthis\s(?:document|page|paper|report|issue)`,
    String.raw`arrangement\sof\s(?:sections|articles|parts|paragraphs|clauses|rules|regulations|chapters)`,
    String.raw`(?:list|table|index)\sof\s(?:the\s)?(?:tables\sand\sfigures|figures\sand\stables|tables|figures|boxes|charts|graphs|maps)`,
    String.raw`(?:list|table|index)\sof\s(?:the\s)?(?:plates|annexe?s|appendices|illustrations|case\sstudies)`,
    String.raw`sommaire|table\sdes\smatières|cynnwys`,
  ].join('|')})(?:\s\(?cont(?:inued|d)?\.?\)?)?$`,
  'i',
);
/** The longest name and the longest entry, in characters. */
const LONGEST_NAME = 60;
const LONGEST = 120;
/** Below its name a table of contents has at least so many entries; without a name it takes more to tell one. */
const FEWEST = 3;
const FEWEST_UNNAMED = 8;
/** Lines in a row that need not be headings: parts of entries, and headings that were not told. */
const MOST_STRAYS = 2;
/** Share of entries that come again: below the name, and without one. */
const SHARE = 0.5;
const SHARE_UNNAMED = 0.8;
/** Without a name it stands in this part of the document. */
const FRONT = 0.15;

/**
 * Marks the entries of tables of contents. Each keeps its kind, but for headings, which are paragraphs then: the section
 * of that name is further on.
 */
export function withContents(blocks: readonly Block[]): Block[] {
  const headings = lastHeadings(blocks);
  if (headings.size < FEWEST) return [...blocks];
  const marked = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const isNamed = block.kind !== 'furniture' && isCalledContents(block.text);
    if (!isNamed && (i > blocks.length * FRONT || !isEntry(block, i, headings))) continue;
    const run = runFrom(blocks, isNamed ? i + 1 : i, headings);
    const before = blocks[i - 1]?.text ?? '';
    const isContents = isNamed
      ? run.found >= FEWEST && run.found >= run.count * SHARE
      : run.found >= FEWEST_UNNAMED && run.found >= run.count * SHARE_UNNAMED && !before.endsWith(':');
    if (isContents) for (let j = isNamed ? i + 1 : i; j < run.end; j++) marked.add(j);
    i = Math.max(i, run.end - 1);
  }
  return blocks.map((block, index) => {
    if (!marked.has(index) || block.role !== undefined || block.kind === 'furniture') return block;
    return block.kind === 'heading'
      ? { ...block, kind: 'paragraph', level: 1, role: 'contents' }
      : { ...block, role: 'contents' };
  });
}

/** Whether a line is the name of a table of contents, perhaps with a colon or dots behind it. */
export function isCalledContents(text: string): boolean {
  return text.length <= LONGEST_NAME && CALLED.test(withoutEnd(text, /[\s:.…*]/));
}

/** The entries from a place on; the run ends after the last line that comes again as a heading. */
function runFrom(
  blocks: readonly Block[],
  from: number,
  headings: ReadonlyMap<string, number>,
): { readonly end: number; readonly found: number; readonly count: number } {
  const seen = new Set<string>();
  let end = from;
  let found = 0;
  let count = 0;
  let strays = 0;
  for (let i = from; i < blocks.length && strays <= MOST_STRAYS; i++) {
    const block = blocks[i];
    if (block === undefined || block.text.length > LONGEST) break;
    if (block.kind === 'furniture') continue;
    const key = keyOf(block.text);
    // Where an entry comes again, the document itself begins.
    if (seen.has(key) && key !== '') break;
    seen.add(key);
    if (isEntry(block, i, headings) || isContentsEntry(block.text, 0, block.text.length) || block.role === 'contents') {
      count += strays + 1;
      found++;
      strays = 0;
      end = i + 1;
    } else strays++;
  }
  return { end, found, count };
}

function isEntry(block: Block, index: number, headings: ReadonlyMap<string, number>): boolean {
  if (!/^(?:heading|paragraph|item)$/.test(block.kind) || block.text.length > LONGEST) return false;
  const key = keyOf(block.text);
  return key.length > 2 && (headings.get(key) ?? -1) > index;
}

/** For the words of each heading, where it stands last. */
function lastHeadings(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') last.set(keyOf(block.text), index);
  });
  last.delete('');
  return last;
}

/** The words of a heading or entry without number, leaders and page. */
function keyOf(text: string): string {
  const words =
    text
      .slice(0, 2 * LONGEST)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  let start = 0;
  while (start < words.length && /^(?:\d{1,3}|[a-z])$/.test(words[start] ?? '')) start++;
  let end = words.length;
  while (end > start && /^(?:\d{1,3}|[ivxlc]{1,6})$/.test(words[end - 1] ?? '')) end--;
  return words.slice(start, end).join(' ');
}
