/** Links to the pages of documents. */
import type { DocumentRecord, Evidence } from '../model/report.ts';

/** Half of a pair, which no URL can hold. */
const LONE = /\p{Surrogate}/gu;

/** `report.pdf#page=14`: opens at the page where a reader of PDF follows it; of other documents there is none. */
export function pageLink(
  { page }: Pick<Evidence, 'page'>,
  document: Pick<DocumentRecord, 'name' | 'mediaType'> | null,
): string | null {
  if (page === null || document?.mediaType !== 'application/pdf') return null;
  return `${encodeURIComponent(document.name.replace(LONE, '\ufffd'))}#page=${page}`;
}
