/** Where something stands in a document, and in which language, as pages show it. */
import type { DocumentRecord, Evidence } from '../../model/report.ts';
import { place } from '../place.ts';

/** `p. 14`, with the page of the file where another number is printed on it. */
export function wherePage(evidence: Pick<Evidence, 'page' | 'pageLabel' | 'line'>): string {
  const printed = place(evidence);
  const { page, pageLabel } = evidence;
  return page === null || pageLabel === null || pageLabel === String(page) ? printed : `${printed} (PDF p. ${page})`;
}

/** The title of the section; empty where it is in none. */
export function sectionOf({ sectionId }: Evidence, { sections }: DocumentRecord): string {
  return sections.find(({ id }) => id === sectionId)?.title ?? '';
}

/** The language of a document where it is not that of the page. */
export function foreign(language: string | null): string | null {
  return language !== null && language !== 'en' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)
    ? language
    : null;
}
