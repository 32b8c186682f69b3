/** An EPUB book → its text in blocks, chapter by chapter in reading order, and what it says of itself. */
import type { Diagnostic } from '../../model/document.ts';
import { PmedError } from '../../model/fault.ts';
import type { Composed, Passage } from '../flow/passages.ts';
import { compose } from '../flow/passages.ts';
import { decodePage } from '../html/encoding.ts';
import { Archive } from '../packed/archive.ts';
import { damaged } from '../packed/faults.ts';
import type { Stated } from '../provenance/evidence.ts';
import { chapterPassages } from './chapter.ts';
import { readPackage } from './package.ts';

/** A book as read. */
export interface EpubContent extends Composed {
  readonly metadata: Stated;
  readonly status: 'read' | 'partial';
  readonly diagnostics: readonly Diagnostic[];
}

/** The most characters of a book that are read. */
const MOST = 20_000_000;

/**
 * Reads a book. Nothing that it refers to outside itself is loaded and none of its scripts is run. Chapters that are
 * missing or damaged are left out and said so.
 * @throws PmedError `PMED-I103` too big when unpacked, `PMED-I105` locked, `PMED-I106` damaged or without a chapter;
 *   messages without file name
 */
export async function readEpub(bytes: Uint8Array): Promise<EpubContent> {
  const archive = await Archive.open(bytes);
  const { metadata, chapters } = await readPackage(archive);
  const passages: Passage[] = [];
  let missing = 0;
  let characters = 0;
  let isCut = false;
  for (const { name, purpose } of chapters) {
    isCut = characters > MOST;
    if (isCut) break;
    const page = await soundPart(archive, name);
    if (page === null) missing++;
    else {
      const { text } = decodePage(page);
      characters += text.length;
      for (const one of chapterPassages(text, purpose)) passages.push(one);
    }
  }
  if (missing === chapters.length) throw damaged();
  const diagnostics = [...(missing === 0 ? [] : [missingChapters(missing, chapters.length)]), ...(isCut ? [CUT] : [])];
  const status = diagnostics.length === 0 ? 'read' : 'partial';
  return { ...compose(passages), metadata, status, diagnostics };
}

/** The bytes of a part; null where it is missing or damaged. */
async function soundPart(archive: Archive, name: string): Promise<Uint8Array | null> {
  try {
    return await archive.bytes(name);
  } catch (error) {
    if (error instanceof PmedError && error.code === 'PMED-I106') return null;
    throw error;
  }
}

function missingChapters(missing: number, all: number): Diagnostic {
  return {
    code: 'PMED-I106',
    level: 'warning',
    page: null,
    message: `${missing} of the book's ${all} chapters ${missing === 1 ? 'is' : 'are'} missing or damaged; what they say is not in this result.`,
    hint: 'Download the book again.',
  };
}

const CUT: Diagnostic = {
  code: 'PMED-I103',
  level: 'warning',
  page: null,
  message: 'The book is too long; only the chapters within its first twenty million characters were read.',
  hint: 'Divide it and read its parts.',
};
