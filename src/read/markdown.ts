/** Markdown → blocks, without mark-up, and the facts of its front matter. */
import type { Block, Page } from '../model/document.ts';
import { toBlocks } from './flow/blocks.ts';
import { Hyphens } from './flow/hyphens.ts';
import { joinBroken } from './flow/join.ts';
import { pagesOf } from './flow/pages.ts';
import { markLinkLists } from './markdown/contents.ts';
import { draftMarkdown } from './markdown/drafts.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { findMarkdownHeadings } from './markdown/headings.ts';
import { markdownLines, markdownStruck } from './markdown/inline.ts';

/** A Markdown document as read. */
export interface MarkdownContent {
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** Fields of the front matter, names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Reads Markdown: CommonMark with tables, footnotes, task lists and front matter, and what converters make of PDFs.
 * @param text decoded, newlines as `\n`
 * @returns its blocks in order, and its pages (more than one where it has form feeds)
 */
export function readMarkdown(text: string): MarkdownContent {
  const pages = pagesOf(text);
  const { fields, end } = readFrontMatter(text);
  const { drafts, references } = draftMarkdown(text, end);
  markLinkLists(text, drafts);
  const addLines = markdownLines(text, new Hyphens(text), references);
  const blocks = toBlocks(
    text,
    findMarkdownHeadings(
      text,
      joinBroken(text, drafts, () => false),
    ),
    pages,
    addLines,
    markdownStruck(text, references),
  );
  return { blocks, pages, fields };
}
