/** Plain text → blocks: paragraphs, headings and list items, with running heads and page numbers set apart. */
import type { Block, Page } from '../model/document.ts';
import { plainLines, toBlocks } from './flow/blocks.ts';
import { Hyphens } from './flow/hyphens.ts';
import { joinBroken } from './flow/join.ts';
import { pagesOf } from './flow/pages.ts';
import { draftText } from './text/drafts.ts';
import { findHeadings } from './text/headings.ts';

/** A text as read. */
export interface TextContent {
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
}

/**
 * Reads plain text.
 * @param text decoded, newlines as `\n`
 * @returns its blocks in order, and its pages (more than one where it has form feeds)
 */
export function readText(text: string): TextContent {
  const pages = pagesOf(text);
  const drafts = findHeadings(
    text,
    joinBroken(text, draftText(text), (draft) => draft.underline !== ''),
  );
  return { blocks: toBlocks(text, drafts, pages, plainLines(text, new Hyphens(text))), pages };
}
