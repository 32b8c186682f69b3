/** A web page → its text in blocks, without navigation and boilerplate, and what it says of itself. */
import { parse } from 'parse5';
import type { Composed } from '../flow/passages.ts';
import { compose } from '../flow/passages.ts';
import type { Stated } from '../provenance/evidence.ts';
import { survey } from './boilerplate.ts';
import { findContent } from './content.ts';
import { readMetadata } from './metadata.ts';
import { pagePassages } from './passages.ts';

/** A web page as read. */
export interface HtmlContent extends Composed {
  readonly metadata: Stated;
}

/**
 * Reads a web page. Nothing that it refers to is loaded and none of its scripts is run.
 * @param html decoded, newlines as `\n`
 */
export function readHtml(html: string): HtmlContent {
  const document = parse(html);
  const page = survey(document);
  const composed = compose(pagePassages(findContent(document, page), page));
  return { ...composed, metadata: readMetadata(document, page) };
}
