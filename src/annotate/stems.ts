/** Finds the block that introduces each list item ("By 2028 we will:"), through nesting and across page furniture. */
import type { Block } from '../model/document.ts';
import { isRunningText } from '../model/document.ts';

/** Where an item stands: the block whose last sentence introduces it (-1 if none), and the number of its list. */
export interface ListPlace {
  readonly stem: number;
  readonly list: number;
}

const endsWithColon = (block: Block): boolean => /[:–—]\s*$/.test(block.text);
/** "We will…": of an item, an ellipsis says that the list goes on. */
const trailsOff = (block: Block): boolean => block.kind === 'paragraph' && /(?:…|\.\.\.)\s*$/.test(block.text);
/** A paragraph that breaks off before a list: "The board is committed to". */
const breaksOff = (block: Block): boolean => /[\p{L}\d,]\s*$/u.test(block.text) && block.text.length > 25;
const announces = (block: Block): boolean => /\b(?:following|below|as follows)\b[^.]{0,60}\.?\s*$/i.test(block.text);
/** A paragraph that is an item in all but its bullet: lower-case start or a semicolon at its end. */
const looksLikeItem = (block: Block): boolean =>
  /^\p{Ll}/u.test(block.text) || /;\s*(?:(?:and|or)\s*)?$/.test(block.text);

/** Whether a list item leaves the list open behind it. */
const goesOn = (block: Block): boolean => /(?:[;,]|\b(?:and|or))\s*$/.test(block.text);

/**
 * The place of every item, by block position. A stem is the block before the list that ends with a colon, dash or ellipsis (or announces
 * what follows); a nested item takes its parent as stem when that ends with a colon, and its parent's stem otherwise.
 * Paragraphs after a colon that begin in lower case or end with a semicolon count as items.
 */
export function listStems(blocks: readonly Block[]): ReadonlyMap<number, ListPlace> {
  const places = new Map<number, ListPlace>();
  /** The stem of the current list, by nesting level. */
  let open: { level: number; place: ListPlace }[] = [];
  let previous = -1;
  let lists = 0;
  blocks.forEach((block, position) => {
    if (!isRunningText(block)) return;
    const before = blocks[previous];
    const opens = before !== undefined && before.kind !== 'cell' && (endsWithColon(before) || trailsOff(before));
    const isItem =
      block.kind === 'item' ||
      (block.kind === 'paragraph' &&
        looksLikeItem(block) &&
        (opens || (places.has(previous) && open.length > 0 && before !== undefined && goesOn(before))));
    if (!isItem) {
      open = [];
      previous = position;
      return;
    }
    const level = block.kind === 'item' ? block.level : (open.at(-1)?.level ?? 1);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const current = open.at(-1);
    let place: ListPlace;
    if (opens) place = { stem: previous, list: lists++ };
    else if (current && current.level === level) place = current.place;
    else if (current) place = { stem: current.place.stem, list: lists++ };
    else {
      const introduces =
        before !== undefined && before.kind === 'paragraph' && (announces(before) || breaksOff(before));
      place = { stem: introduces ? previous : -1, list: lists++ };
    }
    if (current && current.level === level) open.pop();
    open.push({ level, place });
    places.set(position, place);
    previous = position;
  });
  return places;
}
