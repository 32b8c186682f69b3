/** Reads a document: what it is, its text and blocks, and what it says about itself. */
import { createHash } from 'node:crypto';
import type { Block, Diagnostic, Document, Origin, Page } from '../model/document.ts';
import { PmedError } from '../model/fault.ts';
import { hintFor } from '../model/shell-word.ts';
import type { Content, ReaderOptions } from './content.ts';
import { normalNewlines } from './decode.ts';
import type { Format } from './detect.ts';
import { detect, formatName, textFormat } from './detect.ts';
import { withinMost } from './most-text.ts';
import type { Found } from './provenance/evidence.ts';
import { findProvenance } from './provenance.ts';
import { markdownContent, plainContent, READERS } from './readers.ts';
import type { Source, TextMediaType } from './source.ts';
import { checkSize, readSource } from './source.ts';
import { wordsOf } from './words.ts';

/** Where the user says something: in the call, or in a file of settings. */
type Stated = 'flag' | 'config';

/** How a document is to be read, and what the user says about it; that wins over what is found. */
export interface ReadOptions extends ReaderOptions {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly docDate?: string;
  /** Where that comes from; `flag` unless given. */
  readonly dateSource?: Stated;
  readonly publisher?: string;
  /** Where that comes from; `flag` unless given. */
  readonly publisherSource?: Stated;
  readonly title?: string;
  /** The language that all of the text is in; unless given, as it seems to be. */
  readonly language?: 'en';
  /** Whether a document in a language that the rules do not cover counts as not read (PMED-L211 is an error). */
  readonly requireLanguage?: boolean;
  /** The number printed on the first page, where the file says of no page what is printed on it. */
  readonly pageOffset?: number;
  /** Megabytes of the largest file that is read; 200 unless given. */
  readonly maxSize?: number;
}

/** The bytes that a document is, and what was learned before it was read. */
interface Given {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** The kinds of file that are read, in a sentence. */
const KINDS_READ = 'PDF, Word (.docx), OpenDocument (.odt), EPUB, HTML, Markdown and plain text';
const MEDIA_TYPES = { markdown: 'text/markdown', text: 'text/plain' } as const;

/**
 * Reads a document.
 * @param source a path, or a document that the caller has as bytes or as text
 * @param options the user's title, publisher and date, and how to read
 * @returns the document; a page that cannot be read is a diagnostic, and the status is `partial`
 * @throws PmedError where there is nothing to read: missing (PMED-I101), unreadable (I102), too big (I103), without text
 * (I104), encrypted (I105), damaged (I106), too slow (I107) or of a kind that pmed does not read (I108). A text handed
 * over as a string is never refused: without a word it is a document without blocks.
 */
export async function read(source: Source, options: ReadOptions = {}): Promise<Document> {
  if (typeof source === 'object' && 'text' in source)
    return readGivenText(source.name, source.text, source.mediaType, options);
  const { name, typed, bytes } =
    typeof source === 'string' ? await readSource(source, options.maxSize) : { typed: source.name, ...source };
  checkSize(typed, bytes.length, options.maxSize);
  if (bytes.length === 0) throw noText(typed, 'the file is empty');
  const { format, diagnostics } = detect(name, bytes);
  const reader = READERS[format];
  if (reader === undefined) throw notRead(typed, format);
  const content = await named(typed, () => reader.read(bytes, options));
  const hasText = content.blocks.some((block) => block.kind !== 'furniture');
  if (!hasText && format !== 'pdf') throw noText(typed, 'it holds no words, only blanks or mark-up');
  return documentOf({ name, mediaType: reader.mediaType, bytes, diagnostics }, content, options);
}

/** Puts the file, as the user typed it, before what a reader says against it. */
async function named(typed: string, work: () => Content | Promise<Content>): Promise<Content> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    const { code, exitCode, message } = error;
    const hint = hintFor(error.hint, typed);
    throw new PmedError(`cannot read '${typed}': ${message}`, {
      code,
      exitCode,
      ...(hint === null ? {} : { hint }),
      cause: error.cause ?? error,
    });
  }
}

/** Reads a text that the caller has already: nothing is guessed about its kind where the caller says it. */
async function readGivenText(
  name: string,
  given: string,
  mediaType: TextMediaType | undefined,
  options: ReadOptions,
): Promise<Document> {
  const text = normalNewlines(given);
  const type = mediaType ?? MEDIA_TYPES[textFormat(name, text)];
  const bytes = new TextEncoder().encode(given);
  const content = await contentOf(text, type, bytes, options);
  const diagnostics: readonly Diagnostic[] =
    content.blocks.length > 0
      ? []
      : [{ code: 'PMED-I104', level: 'warning', page: null, message: 'There is no text to read.', hint: null }];
  return documentOf({ name, mediaType: type, bytes, diagnostics }, content, options);
}

function contentOf(
  text: string,
  type: TextMediaType,
  bytes: Uint8Array,
  options: ReadOptions,
): Content | Promise<Content> {
  if (type === 'text/html') return READERS.html.read(bytes, options);
  return type === 'text/markdown' ? markdownContent(text) : plainContent(text);
}

function documentOf(given: Given, whole: Content, options: ReadOptions): Document {
  const { name, mediaType, bytes } = given;
  const content = withinMost(whole);
  const { text, blocks, paged, status, textCoverage } = content;
  const pages = numbered(content, options.pageOffset);
  const naming = (each: Diagnostic): Diagnostic => ({ ...each, hint: hintFor(each.hint, name) });
  const found = findProvenance({ name, blocks, pages, stated: content.stated, metadata: content.metadata }, options);
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType,
    bytes: bytes.length,
    status,
    title: found.title?.value ?? null,
    publisher: found.publisher?.value ?? null,
    origins: { title: originOf(found.title), publisher: originOf(found.publisher) },
    date: found.date,
    language: found.language,
    text,
    blocks: told(blocks, found.foreign),
    pages,
    paged,
    ...(content.tags === undefined ? {} : { tags: content.tags }),
    words: wordsOf(blocks),
    textCoverage,
    diagnostics: [...given.diagnostics, ...content.diagnostics.map(naming), ...found.diagnostics],
    ...(content.comments === undefined ? {} : { comments: content.comments }),
  };
}

/** Pages with the numbers that the user says are printed on them, where nothing else tells. */
function numbered({ pages, paged }: Content, first: number | undefined): readonly Page[] {
  if (first === undefined || !paged || pages.some(({ label }) => label !== null)) return pages;
  return pages.map((page) => ({ ...page, label: page.page - 1 + first < 1 ? null : String(page.page - 1 + first) }));
}

/** The blocks, each with its language where that is not English. */
function told(blocks: readonly Block[], foreign: readonly (string | null)[]): readonly Block[] {
  if (foreign.every((language) => language === null)) return blocks;
  return blocks.map((block, index) => {
    const language = foreign[index] ?? null;
    return language === null ? block : { ...block, language };
  });
}

function originOf(found: Found | null): Origin | null {
  return found === null ? null : { source: found.source, quote: found.quote };
}

function noText(path: string, why: string): PmedError {
  return new PmedError(`${path}: there is no text to read: ${why}.`, {
    code: 'PMED-I104',
    exitCode: 3,
    hint: 'Check that the file was saved completely.',
  });
}

/** Why a kind of file is not read, and what to do about it. */
function notRead(path: string, format: Format): PmedError {
  const details = { code: 'PMED-I108', exitCode: 3 } as const;
  if (format === 'lfs-pointer') {
    const message = `${path}: this is a Git LFS pointer, not the document itself.`;
    return new PmedError(message, { ...details, hint: `Fetch the document:  git lfs pull --include "${path}"` });
  }
  if (format === 'pmed-result') {
    const message = `${path}: pmed wrote this; it is a result and no document.`;
    return new PmedError(message, {
      ...details,
      hint: 'Give the document itself; reports are for  pmed diff old.json new.json',
    });
  }
  if (format === 'zip') {
    const message = `${path}: this is a ZIP archive, not a document.`;
    return new PmedError(message, { ...details, hint: 'Unpack it and read the documents in it.' });
  }
  if (format === 'binary' || format === 'image') {
    const message = `${path}: ${formatName(format)} has no text that pmed can read.`;
    return new PmedError(message, { ...details, hint: `pmed reads ${KINDS_READ}.` });
  }
  return new PmedError(`${path}: pmed does not read ${formatName(format)} yet.`, {
    ...details,
    hint: 'Save it as PDF, DOCX, HTML or plain text and read that.',
  });
}
