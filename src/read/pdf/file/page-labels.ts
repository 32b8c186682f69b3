/** What the file itself calls its pages. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The labels of all pages in order; null where the file has none, or broken ones. */
export async function readLabels(document: PDFDocumentProxy): Promise<readonly string[] | null> {
  try {
    const labels = await document.getPageLabels();
    return labels?.map((label) => label.slice(0, 40)) ?? null;
  } catch {
    return null;
  }
}
