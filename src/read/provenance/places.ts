/** Where documents say who made them and when: the front, and the last lines. */
import type { Block } from '../../model/document.ts';

/** The front: this many blocks and characters at most. */
const FRONT_BLOCKS = 60;
const FRONT_CHARACTERS = 6000;
const LAST_BLOCKS = 25;
/** What archives put on a sheet of their own before the cover. */
const ARCHIVED =
  /\b(?:has|have)\sbeen\s(?:archived|withdrawn|superseded|replaced)\b|\bsolely\sfor\shistorical\b|^archived\s(?:document|content|publication)\b/i;
/** Such a sheet says so in its first blocks. */
const NOTICE_BLOCKS = 4;

/** The blocks of cover, imprint and first page, without furniture, contents and the sheet of an archive. */
export function frontBlocks(blocks: readonly Block[]): readonly Block[] {
  const front: Block[] = [];
  let characters = 0;
  for (const block of afterNotice(blocks)) {
    if (front.length >= FRONT_BLOCKS || characters > FRONT_CHARACTERS) break;
    if (block.kind === 'furniture' || block.role === 'contents' || block.role === 'struck') continue;
    front.push(block);
    characters += block.text.length;
  }
  return front;
}

/**
 * The blocks after the sheet that an archive has put before the document; all where there is none. Where nothing but the
 * sheet is left, what it says of this document.
 */
function afterNotice(blocks: readonly Block[]): readonly Block[] {
  const { sheet, own } = noticeOf(blocks);
  return sheet.length === blocks.length ? own : after(blocks, sheet);
}

/** The blocks on the pages after a sheet; all where the document has no pages. */
function after(blocks: readonly Block[], sheet: readonly Block[]): readonly Block[] {
  const page = sheet[0] === undefined ? Number.POSITIVE_INFINITY : pageOf(sheet[0]);
  const next = blocks.findIndex((block) => pageOf(block) > page);
  return next < 0 ? blocks : blocks.slice(next);
}

/**
 * The sheet that an archive has put before the document, as far as it is about this document and not about the one that
 * took its place; nothing where there is no such sheet.
 */
export function noticeBlocks(blocks: readonly Block[]): readonly Block[] {
  return noticeOf(blocks).own;
}

function noticeOf(blocks: readonly Block[]): { readonly sheet: readonly Block[]; readonly own: readonly Block[] } {
  const first = blocks.slice(0, NOTICE_BLOCKS).find(({ text }) => ARCHIVED.test(text));
  if (first === undefined) return { sheet: [], own: [] };
  const sheet = blocks.slice(0, FRONT_BLOCKS).filter((block) => pageOf(block) === pageOf(first));
  const other = sheet.findIndex(({ text }) => /^(?:supersed|replac)(?:ed|ing)\b.{0,30}$/i.test(text));
  return { sheet, own: other < 0 ? sheet : sheet.slice(0, other) };
}

/** The last blocks, where colophons stand; none that `frontBlocks` gives in a short document. */
export function lastBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.length <= FRONT_BLOCKS ? [] : blocks.slice(Math.max(FRONT_BLOCKS, blocks.length - LAST_BLOCKS));
}

/** The page that a block begins on. */
export function pageOf(block: Block): number {
  return block.parts[0]?.page ?? 1;
}

/**
 * The value of a row of a document control table: `Title | Road plan`, `Date ratified: | June 2024`.
 * @param label the words of the first cell, without a colon
 */
export function labelled(block: Block, label: RegExp): string | null {
  const match = /^([^|]{2,60}?):?\s\|\s([^|]{2,300})$/.exec(block.text);
  if (block.kind !== 'cell' || match === null || !label.test(match[1] ?? '')) return null;
  return match[2]?.trim() ?? null;
}
