/** Tagged blocks → drafts: words and lines by the rules of layout, bounds, kinds and order by the tree. */
import type { Box } from '../../../model/document.ts';
import { boxOf, type Draft, draftOf } from '../drafts.ts';
import type { Fonts } from '../fonts.ts';
import { findSegments, type Line, lineOf, type Segment } from '../lines.ts';
import { isItem } from '../lists.ts';
import { findMarker, type Marker } from '../marker.ts';
import { findParagraphs } from '../paragraphs.ts';
import type { Run } from '../runs.ts';
import { styleOf } from '../style.ts';
import type { TagBlock } from './blocks.ts';
import { columnNames } from './column-names.ts';
import { blockLines } from './content-lines.ts';

/** What the drafts of a page are made with. */
export interface Making {
  readonly page: number;
  /** The runs of each piece of marked content. */
  readonly content: ReadonlyMap<string, readonly Run[]>;
  readonly fonts: Fonts;
  /** The rules of layout, for text without structure of its own. */
  readonly layOut: (segments: readonly Segment[]) => readonly Draft[];
  /** The number of the page's first table. */
  readonly table: number;
}

/** A block of more lines than this is taken apart by the rules of layout. */
const mostLines = 40;
/** Most characters that a heading has. */
const longestHeading = 220;

/** The drafts of a page, in the order of its blocks. */
export function draftsByTags(blocks: readonly TagBlock[], making: Making): Draft[] {
  const { page, fonts, layOut } = making;
  const names = namesByRow(blocks, making);
  const drafts = blocks.flatMap((block): readonly Draft[] => {
    if (block.kind === 'row') return rowDraft(block, names.get(block) ?? null, making);
    const runs = runsOf(block.ids, making);
    if (block.kind === 'free') return layOut(findSegments(runs));
    const lines = blockLines(runs);
    if (lines.length === 0) return [];
    if (lines.length > mostLines && block.kind !== 'note') {
      return findParagraphs(lines, fonts).map((paragraph) => draftOf(paragraph, page));
    }
    return [draftFrom(block, lines, making)];
  });
  return withEdges(drafts);
}

function runsOf(ids: readonly string[], { content }: Making): Run[] {
  return ids.flatMap((id) => content.get(id) ?? []);
}

function draftFrom(block: TagBlock, lines: readonly Line[], making: Making): Draft {
  const { page, fonts } = making;
  const [left, , right] = boxOf(lines);
  const style = styleOf(lines, fonts);
  const draft = draftOf(
    {
      lines,
      marker: markerOf(block, lines, making),
      style,
      left,
      right,
      above: 1,
      closed: true,
      contents: block.role === 'contents',
    },
    page,
  );
  const own: Draft = { ...draft, role: block.role, tagged: 'text' };
  switch (block.kind) {
    case 'heading': {
      const letters = style.weight;
      if (letters > longestHeading || lines.length > 6) return own;
      return block.level === 0
        ? { ...own, tagged: 'heading' }
        : { ...own, kind: 'heading', level: block.level, tagged: 'heading' };
    }
    case 'item':
      return own.marker === null || isItem(own) ? { ...own, kind: 'item', level: Math.min(6, block.level) } : own;
    case 'note':
      return { ...own, kind: 'note', marker: own.sign === null ? own.marker : null };
    default:
      return own;
  }
}

/** The mark at the start of a block: its label as tagged, or what looks like one. */
function markerOf({ kind, label }: TagBlock, lines: readonly Line[], making: Making): Marker | null {
  const [first] = lines;
  if (first === undefined) return null;
  const printed = label.length === 0 ? '' : lineOf(findSegments(runsOf(label, making))).text;
  const found = findMarker(first.text, first.tab?.at ?? null, kind === 'item' || kind === 'note');
  if (printed === '' || printed === found?.text || !first.text.startsWith(printed)) return found;
  const rest = printed.length + (first.text.charAt(printed.length) === ' ' ? 1 : 0);
  const depth = printed.match(/\d+/g)?.length ?? 1;
  const sort = /\d/.test(printed) ? 'number' : /\p{L}/u.test(printed) ? 'letter' : 'bullet';
  return { kind: sort, text: printed, rest, depth: sort === 'number' ? depth : 1 };
}

function rowDraft(block: TagBlock, header: readonly string[] | null, making: Making): Draft[] {
  const cells = block.cells.map(({ ids }) => blockLines(runsOf(ids, making)));
  const lines = cells.flat();
  if (lines.length === 0) return [];
  const box = boxOf(lines);
  const plain = draftOf(
    {
      lines,
      marker: null,
      style: styleOf(lines, making.fonts),
      left: box[0],
      right: box[2],
      above: 1,
      closed: true,
      contents: false,
    },
    making.page,
    'cell',
  );
  return [
    { ...plain, parts: [{ page: making.page, cells, box }], sign: null, header, table: making.table + block.table },
  ];
}

function namesByRow(blocks: readonly TagBlock[], making: Making): Map<TagBlock, readonly string[] | null> {
  const tables = new Map<number, TagBlock[]>();
  for (const block of blocks) {
    if (block.kind === 'row') tables.set(block.table, [...(tables.get(block.table) ?? []), block]);
  }
  const names = new Map<TagBlock, readonly string[] | null>();
  for (const rows of tables.values()) {
    const read = rows.map(({ cells }) => ({
      cells: cells.map(({ ids, isHeader }) => ({ lines: blockLines(runsOf(ids, making)), isHeader })),
    }));
    columnNames(read, making.fonts).forEach((own, k) => {
      const row = rows[k];
      if (row !== undefined) names.set(row, own);
    });
  }
  return names;
}

/** Drafts with the edges of the column that they stand in, and the space above each. */
function withEdges(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  let column: Draft[] = [];
  const close = (): void => {
    const left = column.reduce((x, d) => Math.min(x, d.left), Infinity);
    const right = column.reduce((x, d) => Math.max(x, d.right), -Infinity);
    column.forEach((draft, k) => {
      const before = column[k - 1];
      const space = before === undefined ? Infinity : spaceBetween(before, draft);
      out.push({ ...draft, left, right, above: space });
    });
    column = [];
  };
  for (const draft of drafts) {
    const last = column.at(-1);
    if (last !== undefined && !isBelow(boxAt(draft), boxAt(last))) close();
    column.push(draft);
  }
  close();
  return out;
}

function boxAt(draft: Draft): Box {
  return draft.parts.at(-1)?.box ?? [0, 0, 0, 0];
}

function isBelow(box: Box, other: Box): boolean {
  return box[3] <= other[1] + 4 && box[0] < other[2] && other[0] < box[2];
}

function spaceBetween(before: Draft, draft: Draft): number {
  return (boxAt(before)[1] - boxAt(draft)[3]) / (draft.style.size || 10);
}
