/** Texts annotated without a file: for tests of the stages after reading. */
import { annotate } from '../src/annotate/annotate.ts';
import type { Annotated } from '../src/model/annotated.ts';
import { readMarkdown } from '../src/read/markdown.ts';

/** A Markdown text, read and annotated. */
export function annotated(text: string, title: string | null = null): Annotated {
  const { blocks, pages } = readMarkdown(text);
  return annotate({
    name: 'text.md',
    sha256: '',
    mediaType: 'text/markdown',
    bytes: text.length,
    status: 'read',
    title,
    publisher: null,
    origins: { title: null, publisher: null },
    date: null,
    language: 'en',
    text,
    blocks,
    pages,
    paged: false,
    words: blocks.reduce((count, block) => count + block.text.split(' ').length, 0),
    textCoverage: 1,
    diagnostics: [],
  });
}
