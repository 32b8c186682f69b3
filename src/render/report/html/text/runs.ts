/** Blocks of a document in runs: the items of a list, the rows of a table, the entries of a table of contents. */
import type { Block } from '../../../../model/document.ts';

/** What the blocks of a run are together. */
export type RunKind = 'list' | 'table' | 'contents' | 'alone';

/** Blocks that are shown as one thing, with their positions in the document. */
export interface Run {
  readonly kind: RunKind;
  readonly blocks: (readonly [index: number, block: Block])[];
}

function kindOf({ kind, role }: Block): RunKind {
  if (role === 'contents') return 'contents';
  if (role === 'struck') return 'alone';
  return kind === 'item' ? 'list' : kind === 'cell' ? 'table' : 'alone';
}

/**
 * The runs in their order, without running heads, feet and page numbers. Notes at the foot of a page that a list or table
 * runs over follow it, so that they do not cut it in two.
 */
export function runsOf(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  let notes: Run[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'furniture') continue;
    const kind = kindOf(block);
    if (block.kind === 'note') notes.push({ kind: 'alone', blocks: [[index, block]] });
    else if (open !== null && kind !== 'alone' && kind === open.kind) open.blocks.push([index, block]);
    else {
      runs.push(...notes);
      notes = [];
      open = { kind, blocks: [[index, block]] };
      runs.push(open);
    }
  }
  return [...runs, ...notes];
}
