/** A web page → its text in blocks, without navigation and boilerplate, and what it says of itself. */
import { parse } from 'parse5';
import type { Diagnostic, PmedComment } from '../../model/document.ts';
import { commentsOf } from '../comments.ts';
import type { Composed } from '../flow/passages.ts';
import { compose } from '../flow/passages.ts';
import type { Stated } from '../provenance/evidence.ts';
import { survey } from './boilerplate.ts';
import { pageComments } from './comments.ts';
import { findContent } from './content.ts';
import { readMetadata } from './metadata.ts';
import { pagePassages } from './passages.ts';

/** A web page as read. */
export interface HtmlContent extends Composed {
  readonly metadata: Stated;
  readonly status: 'read' | 'partial';
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that are meant for pmed; absent where there are none, or where it is not known where they stand. */
  readonly comments?: readonly PmedComment[];
}

/** The most characters of a page that are read, pictures within it not counted. */
const MOST = 10_000_000;
/** Pictures that stand in the page itself. */
const PICTURE = /\bdata:[\w/+.;=-]{0,100},[\w+/=%]{100,}/g;

/**
 * Reads a web page. Nothing that it refers to is loaded and none of its scripts is run.
 * @param html decoded, newlines as `\n`
 */
export function readHtml(html: string): HtmlContent {
  const bare = html.length > MOST ? html.replace(PICTURE, '') : html;
  const isCut = bare.length > MOST;
  // Where pictures were taken out, places would not be those of the file.
  const document = parse(isCut ? bare.slice(0, MOST) : bare, { sourceCodeLocationInfo: bare === html });
  const page = survey(document);
  const composed = compose(pagePassages(findContent(document, page), page));
  return {
    ...composed,
    ...commentsOf(html, pageComments(document), composed.blocks),
    metadata: readMetadata(document, page),
    status: isCut ? 'partial' : 'read',
    diagnostics: isCut ? [CUT] : [],
  };
}

const CUT: Diagnostic = {
  code: 'PMED-I103',
  level: 'warning',
  page: null,
  message: 'The page is too long; only its first ten million characters were read.',
  hint: 'Save its parts as pages of their own.',
};
