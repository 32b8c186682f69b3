/** The readers, one for each kind of file: a new kind is one entry more. */
import type { Block, Diagnostic, Page, ReadStatus } from '../model/document.ts';
import { decode } from './decode.ts';
import type { Format } from './detect.ts';
import { readMarkdown } from './markdown.ts';
import type { Stated } from './provenance/evidence.ts';
import { NOTHING_STATED } from './provenance/evidence.ts';
import { readText } from './text.ts';

/** What a reader gives. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** Whether the source has pages of its own. */
  readonly paged: boolean;
  readonly status: ReadStatus;
  readonly textCoverage: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What the document states about itself. */
  readonly stated: Stated;
  /** What its metadata say. */
  readonly metadata: Stated;
}

/** How a document is to be read. */
export interface ReaderOptions {
  /** Leave a PDF's structure tree unused. */
  readonly ignoreTags?: boolean;
  /** The password that opens an encrypted PDF. */
  readonly password?: string;
  /** Seconds that a PDF may take; 120 unless given. What was read by then is kept where possible. */
  readonly timeout?: number;
}

/** A reader: the bytes of a file to its content. */
export interface Reader {
  readonly mediaType: string;
  read(bytes: Uint8Array, options: ReaderOptions): Content | Promise<Content>;
}

/** The readers by kind of file. Kinds that are not here cannot be read. */
export const READERS: Readonly<Partial<Record<Format, Reader>>> = {
  text: { mediaType: 'text/plain', read: (bytes) => decoded(bytes, plainContent) },
  markdown: { mediaType: 'text/markdown', read: (bytes) => decoded(bytes, markdownContent) },
  pdf: { mediaType: 'application/pdf', read: pdfContent },
  html: { mediaType: 'text/html', read: pageContent },
  'ole-locked': { mediaType: 'application/x-ole-storage', read: lockedContent },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', read: wordContent },
};

/** The content of a plain text, newlines as `\n`. */
export function plainContent(text: string): Content {
  const { blocks, pages } = readText(text);
  return { ...WHOLE, text, blocks, pages };
}

/** The content of a Markdown text, newlines as `\n`. */
export function markdownContent(text: string): Content {
  const { blocks, pages, fields } = readMarkdown(text);
  return { ...WHOLE, text, blocks, pages, stated: statedIn(fields) };
}

/** What holds for every document that is one text. */
const WHOLE = {
  paged: false,
  status: 'read',
  textCoverage: 1,
  diagnostics: [],
  stated: NOTHING_STATED,
  metadata: NOTHING_STATED,
} as const;

function decoded(bytes: Uint8Array, content: (text: string) => Content): Content {
  const { text, diagnostics } = decode(bytes);
  return { ...content(text), diagnostics };
}

/** The content of a web page, decoded, newlines as `\n`. */
export async function htmlContent(html: string): Promise<Content> {
  const { readHtml } = await import('./html/read-html.ts');
  return { ...WHOLE, ...readHtml(html) };
}

async function pageContent(bytes: Uint8Array): Promise<Content> {
  const { decodePage } = await import('./html/encoding.ts');
  const { text, diagnostics } = decodePage(bytes);
  const content = await htmlContent(text);
  return { ...content, diagnostics: [...diagnostics, ...content.diagnostics] };
}

async function lockedContent(): Promise<Content> {
  const { locked } = await import('./docx/zip.ts');
  throw locked();
}

async function wordContent(bytes: Uint8Array): Promise<Content> {
  const { readDocx } = await import('./docx/read-docx.ts');
  return { ...WHOLE, ...readDocx(bytes) };
}

async function pdfContent(bytes: Uint8Array, options: ReaderOptions): Promise<Content> {
  const { readPdfWatched } = await import('./pdf/sandbox.ts');
  const { ignoreTags, password, timeout } = options;
  const how = { ...(ignoreTags === undefined ? {} : { ignoreTags }), ...(password === undefined ? {} : { password }) };
  const content = await readPdfWatched(bytes, how, timeout);
  const { text, blocks, pages, status, textCoverage, diagnostics, info } = content;
  const { title, author, creationDate: date, language } = info;
  const metadata: Stated = { title, author, publisher: null, date, language };
  return { text, blocks, pages, paged: true, status, textCoverage, diagnostics, stated: NOTHING_STATED, metadata };
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
