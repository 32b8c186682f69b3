/** Tagged blocks → drafts: words and lines by the rules of layout, bounds, kinds and order by the tree. */
import type { Box } from '../../../model/document.ts';
import { isItem } from '../flow/lists.ts';
import type { Fonts } from '../glyphs/fonts.ts';
import type { Run } from '../glyphs/run.ts';
import { boxOf, type Draft, draftOf, roughText } from '../page/drafts.ts';
import { pageNumberAt } from '../page/leaders.ts';
import { findSegments, type Line, lineOf, type Segment } from '../page/lines.ts';
import { findMarker, type Marker } from '../page/marker.ts';
import { findParagraphs } from '../page/paragraphs.ts';
import { styleOf } from '../page/style.ts';
import type { TagBlock } from './blocks.ts';
import { columnNames, type RowNames } from './column-names.ts';
import { blockLines } from './content-lines.ts';
import { mendTorn, openLast } from './mend.ts';

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
/** Most characters of a label; what is longer is text. */
const longestLabel = 24;
/** Most characters that a heading has. */
const longestHeading = 220;

/** The drafts of a page, in the order of its blocks. */
export function draftsByTags(blocks: readonly TagBlock[], making: Making): Draft[] {
  const { page, fonts, layOut } = making;
  const names = namesByRow(blocks, making);
  const drafts = withMarks(blocks, making).flatMap((block): readonly Draft[] => {
    if (block.kind === 'row') return rowDraft(block, names.get(block) ?? { names: null, header: null }, making);
    const runs = runsOf(block.ids, making);
    if (block.kind === 'free') return layOut(findSegments(runs));
    const lines = blockLines(runs);
    if (lines.length === 0) return [];
    if (lines.length > mostLines && block.kind !== 'note') {
      return findParagraphs(lines, fonts).map((paragraph) => draftOf(paragraph, page));
    }
    return [draftFrom(block, lines, making)];
  });
  return openLast(openFirst(mendTorn(withEdges(trustContents(drafts)))));
}

/** The share of a page's entries of contents that must look like some. */
const leastEntries = 0.7;
/** Most characters of an entry without a page number. */
const longestEntry = 90;

/** Drafts of a page whose entries of contents are text like any other where they cannot all be entries. */
function trustContents(drafts: readonly Draft[]): readonly Draft[] {
  const entries = drafts.filter((draft) => draft.role === 'contents').map(roughText);
  const likely = entries.filter((text) => {
    return pageNumberAt(text) !== null || (text.length <= longestEntry && !/[.;:]$/.test(text));
  });
  if (likely.length >= leastEntries * entries.length) return drafts;
  return drafts.map((draft) => {
    if (draft.role !== 'contents') return draft;
    const { tagged: _, ...untold } = draft;
    return { ...untold, role: null, contents: false };
  });
}

/** Drafts of a page whose first text goes on with an item of the page before as a text that can be joined to it. */
function openFirst(drafts: readonly Draft[]): Draft[] {
  const at = drafts.findIndex((draft) => draft.kind !== 'note');
  const first = drafts[at];
  if (first?.kind !== 'item' || first.marker !== null || !/^\p{Ll}/u.test(roughText(first))) return [...drafts];
  return drafts.with(at, { ...first, kind: 'paragraph', level: 1 });
}

const onlyMark =
  /^(?:[^\p{L}\p{N}\s]{1,2}|\(?\d{1,3}(?:\.\d{1,3}){0,5}[.):]{0,2}|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,6}[.)]|o)$/u;

/** Blocks in which a number or bullet that is tagged as a block of its own is the label of the text beside it. */
function withMarks(blocks: readonly TagBlock[], making: Making): TagBlock[] {
  const out: TagBlock[] = [];
  let waiting: { block: TagBlock; line: Line } | null = null;
  for (const block of blocks) {
    const line = markLine(block, making);
    const text = waiting === null || line !== null ? null : firstLine(block, making);
    if (waiting !== null) {
      const { block: mark, line: own } = waiting;
      waiting = null;
      if (text !== null && (mark.kind === 'heading' || isBeside(own, text))) {
        out.push(labelled(block, mark));
        continue;
      }
      const last = out.at(-1);
      const before = last === undefined ? null : firstLine(last, making);
      if (last !== undefined && before !== null && isBeside(own, before)) out[out.length - 1] = labelled(last, mark);
      else out.push(mark);
    }
    if (line !== null) waiting = { block, line };
    else out.push(block);
  }
  if (waiting !== null) {
    const last = out.at(-1);
    const before = last === undefined ? null : firstLine(last, making);
    if (last !== undefined && before !== null && isBeside(waiting.line, before)) {
      out[out.length - 1] = labelled(last, waiting.block);
    } else out.push(waiting.block);
  }
  return out;
}

function labelled(block: TagBlock, mark: TagBlock): TagBlock {
  return { ...block, ids: [...mark.ids, ...block.ids], label: mark.ids };
}

/** The only line of a block that is nothing but a mark. */
function markLine(block: TagBlock, making: Making): Line | null {
  if (block.kind === 'row' || block.kind === 'free' || block.label.length > 0) return null;
  const runs = runsOf(block.ids, making);
  if (runs.reduce((sum, run) => sum + run.text.length, 0) > 12) return null;
  const [segment, ...others] = findSegments(runs);
  // The text of a raised number is no part of its line.
  const text = runs.map((run) => run.text).join('');
  return segment !== undefined && others.length === 0 && onlyMark.test(text) ? lineOf([segment]) : null;
}

function firstLine(block: TagBlock, making: Making): Line | null {
  if (block.kind === 'row' || block.kind === 'free' || block.label.length > 0) return null;
  return blockLines(runsOf(block.ids, making))[0] ?? null;
}

/** Whether a mark stands before a line, on the same row. */
function isBeside(mark: Line, line: Line): boolean {
  const em = Math.max(mark.size, line.size);
  return Math.abs(mark.y - line.y) < 0.6 * em && mark.x1 <= line.x0 + 0.3 * em && line.x0 - mark.x1 < 8 * em;
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
  const isAll = lines.length === 1 && printed.length >= first.text.length;
  if (isAll || printed.length > longestLabel) return null;
  if (printed === '' || printed === found?.text || !first.text.startsWith(printed)) return found;
  const rest = printed.length + (first.text.charAt(printed.length) === ' ' ? 1 : 0);
  const depth = printed.match(/\d+/g)?.length ?? 1;
  const sort = /\d/.test(printed) ? 'number' : /\p{L}/u.test(printed) ? 'letter' : 'bullet';
  return { kind: sort, text: printed, rest, depth: sort === 'number' ? depth : 1 };
}

function rowDraft(block: TagBlock, { names, header }: RowNames, making: Making): Draft[] {
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
    {
      ...plain,
      parts: [{ page: making.page, cells, box }],
      sign: null,
      names,
      header,
      table: making.table + block.table,
    },
  ];
}

function namesByRow(blocks: readonly TagBlock[], making: Making): Map<TagBlock, RowNames> {
  const tables = new Map<number, TagBlock[]>();
  for (const block of blocks) {
    if (block.kind === 'row') tables.set(block.table, [...(tables.get(block.table) ?? []), block]);
  }
  const names = new Map<TagBlock, RowNames>();
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
