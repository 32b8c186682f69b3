/** EPUB books for tests, put together from their chapters. */
import { writeZip } from '../fixtures/write-zip.mjs';

/** What a book is made of besides its chapters. */
export interface BookParts {
  /** What stands in the metadata. */
  readonly metadata?: string;
  readonly guide?: string;
  /** Entries of the archive that stand for, or beside, those made here. */
  readonly entries?: Readonly<Record<string, string>>;
}

const SPACE = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';

/** A page of a book. */
function xhtml(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html ${SPACE}><head><title/></head><body>${body}</body></html>`;
}

/** The entries of a book of chapters in order; each name may be followed by what its entry on the list says. */
export function bookEntries(chapters: Readonly<Record<string, string>>, parts: BookParts = {}): Record<string, string> {
  const files: Record<string, string> = {};
  const listed: string[] = [];
  const ordered: string[] = [];
  Object.entries(chapters).forEach(([key, body], index) => {
    const [name = '', ...facts] = key.split(' ');
    const [beside] = facts.filter((fact) => fact.startsWith('linear='));
    files[`OEBPS/${name}`] = xhtml(body);
    const own = facts.filter((fact) => fact !== beside).join(' ');
    listed.push(`<item id="c${index}" href="${name}" media-type="application/xhtml+xml" ${own}/>`);
    ordered.push(`<itemref idref="c${index}" ${beside ?? ''}/>`);
  });
  const container =
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
  const metadata = `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.metadata ?? ''}</metadata>`;
  const opf = `<package xmlns="http://www.idpf.org/2007/opf">${metadata}<manifest>${listed.join('')}</manifest><spine>${ordered.join('')}</spine><guide>${parts.guide ?? ''}</guide></package>`;
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/book.opf': opf,
    ...files,
    ...parts.entries,
  };
}

/** A book of chapters. */
export function book(chapters: Readonly<Record<string, string>>, parts: BookParts = {}): Uint8Array {
  return writeZip(bookEntries(chapters, parts));
}
