/** Where the documents of a workbook lie beside it, for links to them and their pages. */
import type { DocumentRecord } from '../../model/report.ts';
import type { CellLink } from './cell.ts';

/** Half of a pair, which no URL can hold. */
const LONE = /\p{Surrogate}/gu;

/** Remembers the folders of documents as they come. */
export class DocumentLinks {
  readonly #folders = new Map<string, string>();

  /** @param folder URL of the document's folder from that of the workbook, empty or ending in `/`; null where not known */
  add(document: DocumentRecord | null, folder: string | null): void {
    if (document !== null && folder !== null) this.#folders.set(document.id, folder);
  }

  /** The document itself; null where it is not known to be a file. */
  file(document: DocumentRecord | null): CellLink | null {
    if (document === null) return null;
    const folder = this.#folders.get(document.id);
    return folder === undefined ? null : { kind: 'file', path: folder + nameUrl(document), fragment: '' };
  }

  /** A page of it, where it is a PDF. @param page physical, from 1 */
  page(document: DocumentRecord | null, page: number | null): CellLink | null {
    if (page === null || document?.mediaType !== 'application/pdf') return null;
    const folder = this.#folders.get(document.id) ?? '';
    return { kind: 'file', path: folder + nameUrl(document), fragment: `page=${page}` };
  }
}

/** All but letters, digits and a few signs is escaped: a name can hold no scheme, path, query or fragment. */
const nameUrl = ({ name }: DocumentRecord): string => encodeURIComponent(name.replace(LONE, '\ufffd'));
