/** A page's elements → the blocks that its author meant, each with the marked content that it is made of. */
import type { BlockRole } from '../../../model/document.ts';
import type { Element } from './elements.ts';
import { kindOf, levelOf } from './roles.ts';

/** A cell of a table's row. */
export interface TagCell {
  readonly ids: readonly string[];
  readonly isHeader: boolean;
}

/** A block as tagged; `free` is text without structure of its own, such as the words in a picture. */
export interface TagBlock {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row' | 'note' | 'free';
  /** Headings: 1 to 6, or 0 where the tag names no level. Items: nesting depth from 1. */
  readonly level: number;
  readonly role: BlockRole | null;
  /** Its content in order; of a row, that of all cells. */
  readonly ids: readonly string[];
  /** The part of the content that is the label of an item or note. */
  readonly label: readonly string[];
  /** Of rows. */
  readonly cells: readonly TagCell[];
  /** The table that a row belongs to, counted through the page; -1 for others. */
  readonly table: number;
}

/** The blocks of a page, and how often its tree names content that it has named before. */
export interface TagBlocks {
  readonly blocks: readonly TagBlock[];
  readonly repeats: number;
}

interface Open {
  kind: TagBlock['kind'];
  level: number;
  role: BlockRole | null;
  ids: string[];
  label: string[];
}

interface Place {
  /** Depth of lists around. */
  readonly depth: number;
  readonly role: BlockRole | null;
  readonly inNote: boolean;
}

/** A cell with more characters than this on average holds the text of a page set in a table, not the entry of a table. */
const longCell = 400;
/** Most characters of a bullet or number that stands in a cell of its own. */
const longestMark = 3;

/**
 * The blocks of a page in the order of the tree.
 * @param weights characters of every piece of marked content on the page, by id
 */
export function findTagBlocks(root: Element, weights: ReadonlyMap<string, number>): TagBlocks {
  const blocks: TagBlock[] = [];
  const taken = new Set<string>();
  let repeats = 0;
  let tables = 0;
  let open: Open | null = null;
  /** The label of an item whose text has not begun. */
  let label: string[] = [];
  /** What stands within a block but is a block of its own, to come after it. */
  let later: (() => void)[] = [];

  const take = (id: string): boolean => {
    if (taken.has(id)) repeats++;
    else if (weights.has(id)) {
      taken.add(id);
      return true;
    }
    return false;
  };
  const close = (): void => {
    if (open !== null && open.ids.length > 0) blocks.push({ ...open, cells: [], table: -1 });
    open = null;
  };
  /** A label without a text after it is a block of its own. */
  const finishLabel = (place: Place): void => {
    close();
    if (label.length > 0) begin('item', Math.max(1, place.depth), place);
    close();
  };
  const begin = (kind: TagBlock['kind'], level: number, place: Place): void => {
    close();
    open = { kind: place.inNote ? 'note' : kind, level, role: place.role, ids: [...label], label };
    label = [];
  };
  const put = (id: string, place: Place): void => {
    if (!take(id)) return;
    if (open === null) begin(place.depth > 0 ? 'item' : 'paragraph', Math.max(1, place.depth), place);
    open?.ids.push(id);
  };

  /** Puts the content of an element into the block that is open, with blocks of their own after or between. */
  const fill = (element: Element, place: Place, inText: boolean): void => {
    for (const kid of element.kids) {
      if (typeof kid === 'string') {
        put(kid, place);
        continue;
      }
      const kind = kindOf(kid.role);
      const plain = !hasBlocks(kid);
      // A note stands in the tree where its mark stands in the text, and a picture where it is anchored.
      if (inText && (kind === 'note' || (kind === 'picture' && plain))) later.push(() => walk(kid, place));
      else if (plain && (kind === 'inline' || (inText && kind === 'group'))) fill(kid, place, inText);
      else walk(kid, place);
    }
  };
  const finish = (): void => {
    close();
    const after = later;
    later = [];
    for (const each of after) each();
  };
  /** A block of its own. */
  const whole = (element: Element, kind: TagBlock['kind'], level: number, place: Place): void => {
    begin(kind, level, place);
    fill(element, place, true);
    finish();
  };
  const inside = (element: Element, place: Place): void => {
    close();
    fill(element, place, false);
    finish();
  };

  const walk = (element: Element, place: Place): void => {
    switch (kindOf(element.role)) {
      case 'text':
        if (place.depth > 0) whole(element, 'item', place.depth, place);
        else whole(element, 'paragraph', 1, place);
        break;
      case 'heading':
        whole(element, 'heading', levelOf(element.role), { ...place, depth: 0, role: null });
        break;
      case 'list':
        inside(element, { ...place, depth: place.depth + 1 });
        break;
      case 'item':
        finishLabel(place);
        inside(element, { ...place, depth: Math.max(1, place.depth) });
        finishLabel(place);
        break;
      case 'label':
        finishLabel(place);
        label = contentOf(element).filter(take);
        break;
      case 'note':
        inside(element, { ...place, depth: 0, inNote: true });
        break;
      case 'contents':
        inside(element, { ...place, depth: 0, role: 'contents' });
        break;
      case 'entry':
        whole(element, 'paragraph', 1, { ...place, depth: 0, role: 'contents' });
        break;
      case 'caption':
        inside(element, { ...place, depth: 0, role: place.role ?? 'caption' });
        break;
      case 'picture': {
        if (hasBlocks(element)) {
          inside(element, place);
          break;
        }
        close();
        const ids = contentOf(element).filter(take);
        if (ids.length > 0) blocks.push({ kind: 'free', level: 1, role: null, ids, label: [], cells: [], table: -1 });
        break;
      }
      case 'table': {
        const rows = rowsOf(element);
        if (rows.length === 0) {
          inside(element, place);
          break;
        }
        if (isForLayout(rows)) {
          finish();
          unfold(rows, place);
          break;
        }
        close();
        const table = tables++;
        for (const row of rows) {
          const cells = row.map((cell) => ({
            ids: contentOf(cell).filter(take),
            isHeader: kindOf(cell.role) === 'header-cell',
          }));
          const ids = cells.flatMap((cell) => cell.ids);
          if (ids.length > 0) blocks.push({ kind: 'row', level: 1, role: null, ids, label: [], cells, table });
        }
        break;
      }
      case 'artifact':
        break;
      case 'inline':
      case 'body':
      case 'rows':
      case 'row':
      case 'header-cell':
      case 'cell':
      case 'group':
        inside(element, place);
        break;
    }
  };

  /** Whether a table only arranges the page: it has but one column beside marks, or its cells hold running text. */
  const isForLayout = (rows: readonly (readonly Element[])[]): boolean => {
    const filled = rows.map((row) => row.map(weigh).filter((n) => n > 0));
    if (filled.every((row) => row.filter((n) => n > longestMark).length <= 1)) return true;
    const anyCell = (test: (cell: Element) => boolean): boolean => rows.some((row) => row.some(test));
    if (anyCell((cell) => has(cell, (kind) => kind === 'table' || kind === 'heading'))) return true;
    const isNarrow = filled.every((row) => row.length <= 2);
    if (isNarrow && anyCell((cell) => countItems(cell) > 1)) return true;
    const cells = filled.flat();
    return cells.reduce((sum, n) => sum + n, 0) > longCell * cells.length;
  };
  /** The cells of a table that only arranges the page; a mark in a cell of its own begins the text beside it. */
  const unfold = (rows: readonly (readonly Element[])[], place: Place): void => {
    for (const row of rows) {
      const [mark, ...others] = row.filter((cell) => weigh(cell) > 0);
      if (mark !== undefined && others.length === 1 && weigh(mark) <= longestMark) {
        finishLabel(place);
        label = contentOf(mark).filter(take);
        for (const cell of others) inside(cell, { ...place, depth: Math.max(1, place.depth) });
        finishLabel(place);
      } else for (const cell of row) inside(cell, place);
    }
  };
  const weigh = (element: Element): number => contentOf(element).reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);

  const page: Place = { depth: 0, role: null, inNote: false };
  inside(root, page);
  finishLabel(page);
  return { blocks, repeats };
}

function hasBlocks(element: Element): boolean {
  return has(element, (kind) => kind !== 'inline' && kind !== 'picture' && kind !== 'group' && kind !== 'artifact');
}

function has(element: Element, test: (kind: ReturnType<typeof kindOf>) => boolean): boolean {
  return element.kids.some((kid) => typeof kid !== 'string' && (test(kindOf(kid.role)) || has(kid, test)));
}

/** The items of lists in an element. */
function countItems(element: Element): number {
  return element.kids.reduce((sum, kid) => {
    return typeof kid === 'string' ? sum : sum + (kindOf(kid.role) === 'item' ? 1 : 0) + countItems(kid);
  }, 0);
}

/** All content in an element, in order. */
function contentOf(element: Element): string[] {
  return element.kids.flatMap((kid) => (typeof kid === 'string' ? [kid] : contentOf(kid)));
}

/** The rows of a table as their cells. */
function rowsOf(table: Element): Element[][] {
  return table.kids.flatMap((kid) => {
    if (typeof kid === 'string') return [];
    const kind = kindOf(kid.role);
    if (kind === 'rows') return rowsOf(kid);
    if (kind !== 'row') return [];
    return [kid.kids.filter((cell): cell is Element => typeof cell !== 'string')];
  });
}
