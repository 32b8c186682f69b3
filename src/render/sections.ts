/** The titles of a document's sections, for records that stand in them. */
import type { DocumentRecord, Evidence } from '../model/report.ts';

/** Gives the title of the section that evidence stands in; undefined outside all. */
export function sectionTitles(
  document: DocumentRecord | null,
): (evidence: Pick<Evidence, 'sectionId'>) => string | undefined {
  const titles = new Map(document?.sections.map(({ id, title }) => [id, title]));
  return ({ sectionId }) => (sectionId === null ? undefined : titles.get(sectionId));
}
