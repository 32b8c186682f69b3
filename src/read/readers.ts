/** The readers, one for each kind of file: a new kind is one entry more. */
import { commentsOf, findComments, withoutComments } from './comments.ts';
import type { Content, ReaderOptions } from './content.ts';
import { WHOLE } from './content.ts';
import { decode } from './decode.ts';
import type { Format } from './detect.ts';
import { codeOf } from './markdown/code.ts';
import { readMarkdown } from './markdown.ts';
import { beginning, MOST_BYTES, tooLong } from './most-text.ts';
import type { Stated } from './provenance/evidence.ts';
import { NOTHING_STATED } from './provenance/evidence.ts';
import type { ParsedFormat } from './sandbox/formats.ts';
import { readText } from './text.ts';

/** A reader: the bytes of a file to its content. */
export interface Reader {
  readonly mediaType: string;
  read(bytes: Uint8Array, options: ReaderOptions): Content | Promise<Content>;
}

/**
 * The readers by kind of file. Kinds that are not here cannot be read. Plain text and Markdown are read in this thread
 * whatever their size: nothing in them unpacks, and our own scanners take time in proportion to the text, as does all
 * that comes after them, and too long a text is cut, while a thread would cost a short text half as much again. Everything else is watched.
 */
export const READERS: Readonly<Partial<Record<Format, Reader>>> & Readonly<Record<ParsedFormat, Reader>> = {
  text: { mediaType: 'text/plain', read: (bytes) => decoded(bytes, plainContent) },
  markdown: { mediaType: 'text/markdown', read: (bytes) => decoded(bytes, markdownContent) },
  pdf: { mediaType: 'application/pdf', read: watched('pdf') },
  html: { mediaType: 'text/html', read: watched('html') },
  'ole-locked': { mediaType: 'application/x-ole-storage', read: lockedContent },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    read: watched('docx'),
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', read: watched('odt') },
  epub: { mediaType: 'application/epub+zip', read: watched('epub') },
};

/** The content of a plain text, newlines as `\n`. */
export function plainContent(whole: string): Content {
  const text = beginning(whole);
  const marked = findComments(text, () => () => false);
  const { blocks, pages } = readText(withoutComments(text, marked));
  return { ...WHOLE, text, blocks, pages, ...commentsOf(text, marked, blocks), ...cutFrom(whole, text) };
}

/** The content of a Markdown text, newlines as `\n`. */
export function markdownContent(whole: string): Content {
  const text = beginning(whole);
  const marked = findComments(text, codeOf);
  const { blocks, pages, fields } = readMarkdown(withoutComments(text, marked));
  const stated = statedIn(fields);
  return { ...WHOLE, text, blocks, pages, stated, ...commentsOf(text, marked, blocks), ...cutFrom(whole, text) };
}

/** What is said of a text of which only the beginning was read. */
function cutFrom(whole: string, text: string): Partial<Pick<Content, 'status' | 'diagnostics'>> {
  return whole.length === text.length ? {} : { status: 'partial', diagnostics: [tooLong(text.length)] };
}

function decoded(bytes: Uint8Array, content: (text: string) => Content): Content {
  const { text, diagnostics } = decode(bytes, MOST_BYTES);
  const read = content(text);
  return { ...read, diagnostics: [...diagnostics, ...read.diagnostics] };
}

async function lockedContent(): Promise<Content> {
  const { locked } = await import('./packed/faults.ts');
  throw locked();
}

/** A reader that works in the sandbox, which is loaded when it is first needed. */
function watched(format: ParsedFormat): Reader['read'] {
  return async (bytes, options) => {
    const { readWatched } = await import('./sandbox/sandbox.ts');
    return readWatched(format, bytes, options);
  };
}

/** The facts of front matter, by the names that tools give them. */
function statedIn(fields: ReadonlyMap<string, string>): Stated {
  if (fields.size === 0) return NOTHING_STATED;
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = fields.get(name);
      // `{{ page.title }}` and `[list]` are not the value itself.
      if (value !== undefined && value !== '' && !/^[[{|>]/.test(value)) return value;
    }
    return null;
  };
  return {
    title: first('title', 'dc.title', 'dc_title', 'name', 'heading'),
    author: first('author', 'authors', 'creator', 'by'),
    publisher: first('publisher', 'organisation', 'organization', 'institution', 'department', 'issuer', 'company'),
    date: first(
      'date',
      'published',
      'publication-date',
      'publication_date',
      'publish-date',
      'publish_date',
      'pubdate',
      'date_published',
      'datepublished',
      'published_at',
      'issued',
      'created',
      'last-updated',
      'last_updated',
      'lastmod',
      'updated',
      'modified',
      'effective-date',
      'effective_date',
    ),
    language: first('lang', 'language', 'locale'),
  };
}
