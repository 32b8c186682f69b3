/** Opens a PDF, and says in the user's words why one cannot be opened. */
import type { InfoResult } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PmedError } from '../../model/fault.ts';
import type { PdfOptions } from './content.ts';
import { loadPdfjs } from './pdfjs.ts';

/** A PDF that is open, and what `pdf-parse` tells of it. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Null where the file's bookmarks, labels or rights are broken: then its fields must be asked for one by one. */
  readonly told: InfoResult | null;
}

/**
 * Opens a PDF. The caller must `destroy()` the document's `loadingTask` when done. `pdf-parse` opens it first: it says
 * whether the file can be opened at all, and tells its fields and bookmarks. It keeps the open document to itself, so
 * pdfjs opens the file once more for what is on the pages.
 * @param bytes the file; left as it is unless the options say otherwise: both empty the buffer that they are given
 * @throws PmedError `PMED-I105` when a password is needed or wrong, `PMED-I106` when the file is damaged beyond reading
 */
export async function openPdf(bytes: Uint8Array, { password, isOwned }: PdfOptions): Promise<OpenPdf> {
  const { pdfjs, folder } = await loadPdfjs();
  const { PDFParse } = await import('pdf-parse');
  const settings = { ...settingsFor(folder), ...(password === undefined ? {} : { password }) };
  const parser = new PDFParse({ ...settings, data: new Uint8Array(bytes) });
  let told: InfoResult | null = null;
  try {
    told = await parser.getInfo();
  } catch (error) {
    if (isRefusal(error)) throw refusal(error, password !== undefined);
  } finally {
    await parser.destroy().catch(() => {});
  }
  const task = pdfjs.getDocument({ ...settings, data: isOwned === true ? bytes : new Uint8Array(bytes) });
  try {
    return { document: await task.promise, told };
  } catch (error) {
    await task.destroy().catch(() => {});
    throw refusal(error, password !== undefined);
  }
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

/** Whether an error means that the file itself cannot be opened, rather than some part of what it says of itself. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^(?:Password|InvalidPDF)Exception$/.test(error.name);
}

function refusal(error: unknown, passwordGiven: boolean): PmedError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return passwordGiven
      ? new PmedError('the password does not open this PDF.', {
          code: 'PMED-I105',
          exitCode: 3,
          hint: 'Check the password, or take the protection off:  qpdf --decrypt --password=… in.pdf out.pdf',
          cause: error,
        })
      : new PmedError('this PDF is encrypted and needs a password.', {
          code: 'PMED-I105',
          exitCode: 3,
          hint: 'Take the protection off first:  qpdf --decrypt --password=… in.pdf out.pdf',
          cause: error,
        });
  }
  return new PmedError('this PDF is damaged and cannot be read.', {
    code: 'PMED-I106',
    exitCode: 3,
    hint: 'Download or export it again, or try to repair it:  qpdf in.pdf out.pdf',
    cause: error,
  });
}
