/** The readers that work in the sandbox, by kind of file: those whose formats unpack, nest or refer to themselves. */
import type { Content, ReaderOptions } from '../content.ts';
import { WHOLE } from '../content.ts';
import type { Stated } from '../provenance/evidence.ts';
import { NOTHING_STATED } from '../provenance/evidence.ts';
import type { ParsedFormat } from './formats.ts';
import type { Watch } from './watch.ts';

/** Takes the bytes of a file, which it may use up. Only a PDF reports page by page; of others time takes all. */
type Parser = (bytes: Uint8Array, options: ReaderOptions, watch: Watch) => Promise<Content>;

const PARSERS: Readonly<Record<ParsedFormat, Parser>> = {
  pdf: parsePdf,
  docx: async (bytes) => {
    const { readDocx } = await import('../docx/read-docx.ts');
    return { ...WHOLE, ...(await readDocx(bytes)) };
  },
  odt: async (bytes) => {
    const { readOdt } = await import('../odt/read-odt.ts');
    return { ...WHOLE, ...(await readOdt(bytes)) };
  },
  epub: async (bytes) => {
    const { readEpub } = await import('../epub/read-epub.ts');
    return { ...WHOLE, ...(await readEpub(bytes)) };
  },
  html: async (bytes) => {
    const [{ decodePage }, { readHtml }] = await Promise.all([
      import('../html/encoding.ts'),
      import('../html/read-html.ts'),
    ]);
    const { text, diagnostics } = decodePage(bytes);
    const content = readHtml(text);
    return { ...WHOLE, ...content, diagnostics: [...diagnostics, ...content.diagnostics] };
  },
};

/**
 * Reads a file in this very thread.
 * @param bytes may be empty afterwards
 * @throws PmedError as the reader of the format; messages without file name
 */
export async function parse(
  format: ParsedFormat,
  bytes: Uint8Array,
  options: ReaderOptions,
  watch: Watch,
): Promise<Content> {
  // What does not report its steps has the document's whole time.
  watch.at('own', 0);
  return PARSERS[format](bytes, options, watch);
}

async function parsePdf(bytes: Uint8Array, options: ReaderOptions, watch: Watch): Promise<Content> {
  const { readPdf } = await import('../pdf/read-pdf.ts');
  const content = await readPdf(bytes, options, watch);
  const { text, blocks, pages, status, textCoverage, tags, diagnostics, info } = content;
  const { title, author, creationDate: date, language } = info;
  const metadata: Stated = { title, author, publisher: null, date, language };
  return {
    text,
    blocks,
    pages,
    paged: true,
    status,
    textCoverage,
    tags,
    diagnostics,
    stated: NOTHING_STATED,
    metadata,
  };
}
