/** PDF bytes → their text in blocks, pages and what could not be read. */
import { PmedError } from '../../model/fault.ts';
import type { PdfContent, PdfOptions } from './content.ts';

export async function readPdf(_bytes: Uint8Array, _options: PdfOptions): Promise<PdfContent> {
  throw new PmedError('PDF files cannot be read yet.', { code: 'PMED-I108', exitCode: 3 });
}
