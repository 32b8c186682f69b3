/** Where documents say who made them and when: the front, and the last lines. */
import type { Block } from '../../model/document.ts';

/** The front: this many blocks and characters at most. */
const FRONT_BLOCKS = 60;
const FRONT_CHARACTERS = 6000;
const LAST_BLOCKS = 25;

/** The blocks of cover, imprint and first page, without furniture. */
export function frontBlocks(blocks: readonly Block[]): readonly Block[] {
  const front: Block[] = [];
  let characters = 0;
  for (const block of blocks) {
    if (front.length >= FRONT_BLOCKS || characters > FRONT_CHARACTERS) break;
    if (block.kind === 'furniture') continue;
    front.push(block);
    characters += block.text.length;
  }
  return front;
}

/** The last blocks, where colophons stand; none that `frontBlocks` gives in a short document. */
export function lastBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.length <= FRONT_BLOCKS ? [] : blocks.slice(Math.max(FRONT_BLOCKS, blocks.length - LAST_BLOCKS));
}
