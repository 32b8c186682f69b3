/** Opens a PDF, and says in the user's words why one cannot be opened. */
import type { InfoResult } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PmedError } from '../../../model/fault.ts';
import { THIS_FILE } from '../../../model/shell-word.ts';
import type { PdfOptions } from '../content.ts';
import { loadPdfjs, restorePush } from './pdfjs.ts';

/** A PDF that is open, and what `pdf-parse` tells of it. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Null where the file's bookmarks, labels or rights are broken: then its fields must be asked for one by one. */
  readonly told: InfoResult | null;
  /** What is left of a file that has lost its end or its list of pages; null for one that is whole. */
  readonly remains: Remains | null;
}

/** The pages that were found in a broken file. */
export interface Remains {
  readonly pages: number;
  /** How many there were; null where nothing is left that says so. */
  readonly of: number | null;
  /** Whether the file's end is missing, as after a broken download. */
  readonly isCutShort: boolean;
}

/**
 * Opens a PDF. The caller must `destroy()` the document's `loadingTask` when done. A file that is broken is searched for
 * its pages, and opened with a new list of them.
 * @param bytes the file; left as it is: opening empties the copy that it is given
 * @throws PmedError `PMED-I105` when a password is needed or wrong, `PMED-I106` when the file is damaged beyond reading
 */
export async function openPdf(bytes: Uint8Array, options: PdfOptions): Promise<OpenPdf> {
  try {
    return await openAsIs(new Uint8Array(bytes), options, null);
  } catch (error) {
    if (!(error instanceof PmedError && error.code === 'PMED-I106')) throw error;
    const { isCutShort, rebuild } = await import('../recover/rebuild.ts');
    const rebuilt = rebuild(bytes);
    if (rebuilt === null) throw error;
    const { pages, of } = rebuilt;
    return await openAsIs(rebuilt.bytes, options, { pages, of, isCutShort: isCutShort(bytes) });
  }
}

/**
 * `pdf-parse` opens a file: it says whether that can be done at all, and tells its fields and bookmarks. The open document,
 * from which pages are read, is a property of its parser that its types do not show; it is there even where fields or
 * bookmarks are broken.
 */
async function openAsIs(data: Uint8Array, { password }: PdfOptions, remains: Remains | null): Promise<OpenPdf> {
  const { folder } = await loadPdfjs();
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({ ...settingsFor(folder), ...(password === undefined ? {} : { password }), data });
  let told: InfoResult | null = null;
  let failure: unknown;
  try {
    told = await parser.getInfo();
  } catch (error) {
    failure = error;
  } finally {
    restorePush();
  }
  const document: unknown = Reflect.get(parser, 'doc');
  if (isOpen(document)) return { document, told, remains };
  throw refusal(failure, password !== undefined);
}

function isOpen(value: unknown): value is PDFDocumentProxy {
  return typeof value === 'object' && value !== null && 'getPage' in value && 'loadingTask' in value;
}

function settingsFor(folder: string) {
  return {
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are not looked at: one that is larger than a pixel is passed over undecoded.
    maxImageSize: 1,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  };
}

function refusal(error: unknown, passwordGiven: boolean): PmedError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return passwordGiven
      ? new PmedError('the password does not open this PDF.', {
          code: 'PMED-I105',
          exitCode: 3,
          hint: `Check the first line of the password file, or try it with another program:  qpdf --decrypt --password-file=FILE ${THIS_FILE} out.pdf`,
          cause: error,
        })
      : new PmedError('this PDF is encrypted and needs a password.', {
          code: 'PMED-I105',
          exitCode: 3,
          hint: `Put the password into the first line of a file:  --password-file FILE\nor take the protection off:  qpdf --decrypt --password-file=FILE ${THIS_FILE} out.pdf`,
          cause: error,
        });
  }
  return new PmedError('this PDF is damaged and cannot be read.', {
    code: 'PMED-I106',
    exitCode: 3,
    hint: `Download or export it again, or try to repair it:  qpdf ${THIS_FILE} out.pdf`,
    cause: error,
  });
}
