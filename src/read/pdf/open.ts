/** Opens a PDF, and says in the user's words why one cannot be opened. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PmedError } from '../../model/fault.ts';
import type { PdfOptions } from './content.ts';
import { loadPdfjs } from './pdfjs.ts';

/**
 * Opens a PDF. The caller must `destroy()` its `loadingTask` when done.
 * @param bytes the file; left as it is unless the options say otherwise: pdfjs empties the buffer it is given
 * @throws PmedError `PMED-I105` when a password is needed or wrong, `PMED-I106` when the file is damaged beyond reading
 */
export async function openPdf(bytes: Uint8Array, { password, isOwned }: PdfOptions): Promise<PDFDocumentProxy> {
  const { pdfjs, folder } = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: isOwned === true ? bytes : new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
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
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => {});
    throw refusal(error, password !== undefined);
  }
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
