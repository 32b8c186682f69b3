/** Opens a PDF, and says in the user's words why one cannot be opened. */
import type { InfoResult } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PmedError } from '../../model/fault.ts';
import { THIS_FILE } from '../../model/shell-word.ts';
import type { PdfOptions } from './content.ts';
import { loadPdfjs, restorePush } from './pdfjs.ts';

/** A PDF that is open, and what `pdf-parse` tells of it. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Null where the file's bookmarks, labels or rights are broken: then its fields must be asked for one by one. */
  readonly told: InfoResult | null;
}

/**
 * Opens a PDF. The caller must `destroy()` the document's `loadingTask` when done. `pdf-parse` opens it: it says whether
 * the file can be opened at all, and tells its fields and bookmarks. The open document, from which pages are read, is a
 * property of its parser that its types do not show; it is there even where fields or bookmarks are broken.
 * @param bytes the file; left as it is unless the options say otherwise: opening empties the buffer that it is given
 * @throws PmedError `PMED-I105` when a password is needed or wrong, `PMED-I106` when the file is damaged beyond reading
 */
export async function openPdf(bytes: Uint8Array, { password, isOwned }: PdfOptions): Promise<OpenPdf> {
  const { folder } = await loadPdfjs();
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    ...settingsFor(folder),
    ...(password === undefined ? {} : { password }),
    data: isOwned === true ? bytes : new Uint8Array(bytes),
  });
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
  if (isOpen(document)) return { document, told };
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
