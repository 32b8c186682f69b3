/** The blocks of a document as a page shows them: paragraphs, lists, tables and notes, with marks and page numbers. */
import type { Block } from '../../../../model/document.ts';
import { type Content, type Markup, tag } from '../../../html/markup.ts';
import { foreign } from '../../../html/where.ts';
import { counted } from '../../../numbers.ts';
import type { Run } from './runs.ts';
import { type Cell, type Row, type Table, tablesOf } from './table.ts';

/** What the page knows of a block. */
export interface Shown {
  /** Its words from one offset to another, marked, with the marks of pages that begin within. */
  readonly words: (index: number, block: Block, range?: Cell) => Content;
  /** Marks of the pages that begin with it or before it. */
  readonly before: (block: Block, element: 'p' | 'span') => Content;
  /** Attributes of the element that it is: its id and what it is about. */
  readonly attributes: (index: number) => Readonly<Record<string, string | null>>;
}

/** One run, which is no heading. */
export function runMarkup({ kind, blocks }: Run, shown: Shown): Content {
  switch (kind) {
    case 'list':
      return listOf(blocks, shown);
    case 'table':
      return tablesOf(blocks).map((table) => tableOf(table, shown));
    case 'contents':
      return contentsOf(blocks, shown);
    case 'alone':
      return blocks.map(([index, block]) => [shown.before(block, 'p'), paragraphOf(index, block, shown)]);
  }
}

/** The number or letter that is printed before a block; bullets are left to the list. */
export function markerOf({ marker }: Pick<Block, 'marker'>): Content {
  return marker === null || !/[\p{L}\p{N}]/u.test(marker) ? null : [tag('span', { class: 'b' }, marker), ' '];
}

const CLASSES: Readonly<Partial<Record<NonNullable<Block['role']>, string>>> = { caption: 'cap', legend: 'cap' };

function paragraphOf(index: number, block: Block, shown: Shown): Markup {
  const { kind, role, language } = block;
  const name = kind === 'note' ? 'note' : role === undefined ? null : (CLASSES[role] ?? null);
  const words = [markerOf(block), shown.words(index, block)];
  return tag(
    'p',
    { ...shown.attributes(index), class: name, lang: foreign(language ?? null) },
    role === 'struck' ? tag('del', {}, words) : words,
  );
}

/** Entries of a table of contents, which lead nowhere here: many are folded. */
function contentsOf(blocks: Run['blocks'], shown: Shown): Content {
  const entries = blocks.map(([index, block]) => [
    shown.before(block, 'p'),
    tag('p', { ...shown.attributes(index), class: 'toc' }, markerOf(block), shown.words(index, block)),
  ]);
  if (blocks.length < 4) return entries;
  return tag(
    'details',
    { class: 'toc' },
    tag('summary', {}, `Its table of contents: ${counted(blocks.length, 'entry', 'entries')}`),
    entries,
  );
}

/** An open list: its items as they are made, and those of the list that it lies in. */
interface Level {
  readonly level: number;
  readonly items: { readonly block: Block; readonly index: number; readonly content: Content[] }[];
}

/** Items in lists within lists, as deep as their levels say. */
function listOf(blocks: Run['blocks'], shown: Shown): Content {
  const out: Content[] = [];
  const open: Level[] = [];
  const close = (): void => {
    const last = open.pop();
    if (last === undefined) return;
    const list = tag(
      'ul',
      {},
      ...last.items.map(({ block, index, content }) =>
        tag('li', { ...shown.attributes(index), class: markerOf(block) === null ? null : 'm' }, ...content),
      ),
    );
    const around = open.at(-1)?.items.at(-1)?.content;
    if (around === undefined) out.push(list);
    else around.push(list);
  };
  for (const [index, block] of blocks) {
    while ((open.at(-1)?.level ?? 0) > block.level) close();
    if ((open.at(-1)?.level ?? 0) < block.level) open.push({ level: block.level, items: [] });
    const content = [shown.before(block, 'span'), markerOf(block), shown.words(index, block)];
    open.at(-1)?.items.push({ block, index, content });
  }
  while (open.length > 0) close();
  return out;
}

/** In a frame that scrolls by itself where the columns are too many for the screen. */
function tableOf({ head, names, rows }: Table, shown: Shown): Markup {
  const width = Math.max(names.length, ...[head, ...rows].map((row) => row?.cells.length ?? 0));
  const heads =
    head === null
      ? names.some((name) => name !== '')
        ? tag('tr', {}, ...names.map((name) => (name === '' ? tag('td') : tag('th', { scope: 'col' }, name))))
        : null
      : rowOf(head, width, true, shown);
  const isOnlyOneColumn = width === 1;
  return tag(
    'div',
    isOnlyOneColumn
      ? { class: 'tw' }
      : { class: 'tw', tabindex: 0, role: 'group', 'aria-label': 'Table of the document' },
    tag(
      'table',
      {},
      heads === null ? null : tag('thead', {}, heads),
      tag('tbody', {}, ...rows.map((row) => rowOf(row, width, false, shown))),
    ),
  );
}

function rowOf({ index, block, cells }: Row, width: number, isHead: boolean, shown: Shown): Content {
  const marks = shown.before(block, 'span');
  const hasMarks = Array.isArray(marks) ? marks.length > 0 : marks !== null;
  return [
    hasMarks ? tag('tr', {}, tag('td', { colspan: width, class: 'pm' }, marks)) : null,
    tag(
      'tr',
      shown.attributes(index),
      ...Array.from({ length: width }, (_, column): Content => {
        const cell = cells[column] ?? null;
        const words = cell === null ? null : shown.words(index, block, cell);
        return isHead && cell !== null && cell.to > cell.from
          ? tag('th', { scope: 'col' }, words)
          : tag('td', {}, words);
      }),
    ),
  ];
}
