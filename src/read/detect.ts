/** What a file is, by what is in it; its name only breaks ties. */
import { Buffer } from 'node:buffer';
import type { Diagnostic } from '../model/document.ts';

/** Kinds of file that pmed tells apart. */
export type Format =
  | 'pdf'
  | 'markdown'
  | 'text'
  | 'html'
  | 'docx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'xlsx'
  | 'pptx'
  | 'epub'
  | 'zip'
  | 'ole'
  | 'ole-locked'
  | 'rtf'
  | 'xml'
  | 'image'
  | 'lfs-pointer'
  | 'pmed-result'
  | 'binary';

/** A file's kind, and a warning where its name says otherwise. */
export interface Detected {
  readonly format: Format;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes at the beginning that are looked at. */
const HEAD = 4096;
/** Bytes of a ZIP archive's list of entries that are looked at. */
const MOST_LISTED = 1_000_000;
const MARKDOWN_NAME = /\.(?:md|markdown|mkd|mdown|mkdn|mdx|qmd|rmd)$/;
/** What an OpenDocument file says that it is; templates and masters are written the same way. */
const OPEN_DOCUMENT = /application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/;
/** How JSON begins that pmed wrote. */
const RESULT = /^\{\s*"(?:\$schema":\s*"urn:pmed:schema:|type":\s*"header","\$schema":\s*"urn:pmed:)/;
/** What a name's extension promises. */
const PROMISES: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  fodt: 'odt',
  ods: 'ods',
  odp: 'odp',
  xlsx: 'xlsx',
  pptx: 'pptx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  rtf: 'rtf',
  xml: 'xml',
  doc: 'ole',
  epub: 'epub',
  zip: 'zip',
  md: 'markdown',
  markdown: 'markdown',
  mkd: 'markdown',
  txt: 'text',
  text: 'text',
};
/** What each kind is called in messages. */
const NAMES: Readonly<Record<Format, string>> = {
  pdf: 'a PDF',
  markdown: 'Markdown',
  text: 'plain text',
  html: 'HTML',
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  ods: 'an OpenDocument spreadsheet',
  odp: 'an OpenDocument presentation',
  xlsx: 'an Excel workbook',
  pptx: 'a PowerPoint presentation',
  epub: 'an EPUB book',
  zip: 'a ZIP archive',
  ole: 'an old Office file',
  'ole-locked': 'an encrypted Office document',
  rtf: 'rich text (RTF)',
  xml: 'XML',
  image: 'a picture',
  'lfs-pointer': 'a Git LFS pointer',
  'pmed-result': 'what pmed wrote',
  binary: 'a binary file',
};

/** What a kind of file is called in a sentence: `a PDF`, `plain text`. */
export function formatName(format: Format): string {
  return NAMES[format];
}

/**
 * Tells what a file is.
 * @param name its name; decides between Markdown and plain text, and is compared with what was found
 * @param bytes the whole file
 */
export function detect(name: string, bytes: Uint8Array): Detected {
  const format = formatOf(name, bytes);
  const extension = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? '';
  const promised = Object.hasOwn(PROMISES, extension) ? PROMISES[extension] : undefined;
  const isText = format === 'text' || format === 'markdown';
  const agrees =
    promised === undefined || promised === format || (isText && (promised === 'text' || promised === 'markdown'));
  if (agrees || bytes.length === 0) return { format, diagnostics: [] };
  const message = `The name ends in .${extension}, but the file is ${NAMES[format]}; it was read as what it is.`;
  return { format, diagnostics: [{ code: 'PMED-I109', level: 'warning', page: null, message, hint: null }] };
}

/**
 * The format of a text that a caller gives without a media type: Markdown where it has strong marks of it, else plain.
 */
export function textFormat(name: string, text: string): 'markdown' | 'text' {
  return MARKDOWN_NAME.test(name.toLowerCase()) || hasMarkdownMarks(text) ? 'markdown' : 'text';
}

function formatOf(name: string, bytes: Uint8Array): Format {
  const head = latin1(bytes, 0, HEAD);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(name.toLowerCase(), bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(name.toLowerCase(), bytes);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('version https://git-lfs.github.com/spec/')) return 'lfs-pointer';
  if (RESULT.test(head)) return 'pmed-result';
  if (isImage(head)) return 'image';
  if (isBinary(bytes)) return 'binary';
  if (isWide(bytes)) return MARKDOWN_NAME.test(name.toLowerCase()) ? 'markdown' : 'text';
  if (isFlatOpenDocument(bytes)) return 'odt';
  const lower = name.toLowerCase();
  if (MARKDOWN_NAME.test(lower)) return isWholePage(head) ? 'html' : 'markdown';
  if (isHtml(head) || (/\.x?html?$/.test(lower) && /<(?:p|div|h[1-6]|body|table|span|br|a)[\s>]/i.test(head)))
    return 'html';
  if (isXml(head)) return 'xml';
  const isNamedText = lower.endsWith('.txt') || lower.endsWith('.text');
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4 * HEAD));
  return marksOf(start) >= (isNamedText ? FEWEST_IN_TEXT : FEWEST_MARKS) ? 'markdown' : 'text';
}

/** Encrypted Office documents of today wear the coat of old ones: they say so inside, or by their name. */
function oleFormat(name: string, bytes: Uint8Array): Format {
  const holds = (stream: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage')) return 'ole-locked';
  return /\.(?:docx|xlsx|pptx)$/.test(name) && !holds('WordDocument') ? 'ole-locked' : 'ole';
}

/**
 * Office files are ZIP archives; the names of their entries tell which. They are listed at the file's end; where the list
 * is gone they stand at the head. An archive of documents is none itself, although theirs may be seen in it.
 */
function zipFormat(name: string, bytes: Uint8Array): Format {
  const ends = latin1(bytes, 0, HEAD) + latin1(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  const list = entryList(bytes);
  const names = list ?? ends;
  const own = names.includes('mimetype') ? ends : '';
  if (names.includes('word/document.xml') || names.includes('word/document2.xml')) return 'docx';
  const open = OPEN_DOCUMENT.exec(own)?.[1];
  if (open !== undefined) return open === 'text' ? 'odt' : open === 'spreadsheet' ? 'ods' : 'odp';
  if (own.includes('application/epub+zip') || names.includes('META-INF/container.xml')) return 'epub';
  if (names.includes('xl/workbook')) return 'xlsx';
  if (names.includes('ppt/presentation')) return 'pptx';
  if (names.includes('word/')) return 'docx';
  if (name.endsWith('.odt') && names.includes('content.xml')) return 'odt';
  // A Word document that has lost its body says so itself.
  return name.endsWith('.docx') && names.includes('[Content_Types].xml') ? 'docx' : 'zip';
}

/** The list of entries of a ZIP archive, names and all; null where it has none or is too large for this form of it. */
function entryList(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > buffer.length) return null;
  const start = buffer.readUInt32LE(end + 16);
  if (start >= end || !buffer.toString('latin1', start, start + 4).startsWith('PK\x01\x02')) return null;
  return buffer.toString('latin1', start, Math.min(end, start + MOST_LISTED));
}

/** An OpenDocument text as one XML file; its root declares dozens of names before it says what it is. */
function isFlatOpenDocument(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, 4 * HEAD);
  return /<office:document[\s>]/.test(head) && OPEN_DOCUMENT.exec(head)?.[1] === 'text';
}

function isImage(head: string): boolean {
  return (
    head.startsWith('\x89PNG') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF8') ||
    head.startsWith('II*\0') ||
    head.startsWith('MM\0*') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP')
  );
}

/** UTF-16 has a mark, or zero bytes in every second place: it is text all the same. */
function isWide(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const length = Math.min(bytes.length, HEAD) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  return length >= 4 && Math.max(even, odd) > length * 0.35 && Math.min(even, odd) < length * 0.025;
}

/**
 * Whether the bytes cannot be text: nearly a third are control characters that no text has, or there are some and less
 * than seven tenths are printable ASCII. A text with stray NUL or escape characters is still a text.
 */
function isBinary(bytes: Uint8Array): boolean {
  if (isWide(bytes)) return false;
  const length = Math.min(bytes.length, 4 * HEAD);
  let control = 0;
  let printable = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d)) printable++;
    else if (byte < 0x20 || byte === 0x7f) control++;
  }
  return control * 10 > length * 3 || (control * 50 > length && printable * 10 < length * 7);
}

/** Whether a file is a web page from its first tag on, whatever it is called. */
function isWholePage(head: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html[\s>])/i.test(head);
}

function isHtml(head: string): boolean {
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  if (/^<!doctype\s+html|^<html[\s>]/i.test(start)) return true;
  if (!/^<(?:!--|\?xml|head|body|!doctype)/i.test(start)) return false;
  return /<html[\s>]|<body[\s>]/i.test(head);
}

/** XML of no kind that is read: its tags would be taken for words. */
function isXml(head: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*<\?xml\s/.test(head) && /<[A-Za-z]/.test(head);
}

/** Two marks make Markdown of a text, four of one that is called plain text: some of it is written with stars and signs. */
const FEWEST_MARKS = 2;
const FEWEST_IN_TEXT = 4;

function hasMarkdownMarks(text: string): boolean {
  return marksOf(text) >= FEWEST_MARKS;
}

/** How many marks a text has that plain text hardly has by chance: front matter, `# ` headings, links, bold, tables. */
function marksOf(text: string): number {
  const head = text.length > 4 * HEAD ? text.slice(0, 4 * HEAD) : text;
  if (!/[#*[|`]|^---\n/.test(head)) return 0;
  let marks = /^---\n[\w-]{1,40}:[ \t]/.test(head) ? 2 : 0;
  if (/^#{1,6} \S/m.test(head)) marks += /^#{2,6} \S/m.test(head) ? 2 : 1;
  if (/\[[^\]\n]{1,200}\]\((?:https?:|\/|#|\.|mailto:)/.test(head)) marks += 2;
  if (/\*\*[^*\s][^*\n]{0,200}\*\*/.test(head)) marks++;
  if (/^\|?[ \t]*:?-{3,}:?[ \t]*\|/m.test(head)) marks += 2;
  if (/^```/m.test(head)) marks++;
  if (/^[*+-] \S/m.test(head)) marks++;
  return marks;
}

/** Bytes as characters of the same numbers. */
function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  const part = bytes.subarray(start, Math.min(end, bytes.length));
  for (let i = 0; i < part.length; i += 8192) text += String.fromCharCode(...part.subarray(i, i + 8192));
  return text;
}
