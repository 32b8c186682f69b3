/** What the sections of a report's page are made of: one document with what was found in it, and how the page shows it. */
import type { DocumentBody } from '../../../model/document.ts';
import type { ReportPart } from '../../../model/part.ts';
import type { DocumentRecord, Summary, Tool } from '../../../model/report.ts';
import type { ThemeChoice } from '../../themes/blocks.ts';
import type { PlanOptions } from '../../timeline/plan.ts';

/** The sections of a document, in the order of the page; their names are the ids of their elements. */
export const SECTION_NAMES = ['summary', 'timeline', 'themes', 'commitments', 'statements', 'text'] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** What all documents of a page are shown by. */
export interface PageSettings {
  readonly tool: Tool;
  /** The sections that the command shows: `pmed timeline` has fewer than `pmed analyse`. */
  readonly sections: ReadonlySet<SectionName>;
  readonly plan: PlanOptions;
  readonly themes: ThemeChoice;
  /** What to type to get the same page. */
  readonly command: string;
  /** What each rule finds, in a sentence, by its public name. */
  readonly rules: ReadonlyMap<string, string>;
}

/** One document of the page. */
export interface SectionInput extends Omit<ReportPart, 'document' | 'body' | 'comments'> {
  readonly document: DocumentRecord;
  readonly settings: PageSettings;
  /** Of all commitments, also those that the page leaves out. */
  readonly summary: Summary;
  /** The document's text; null where the page does not show it. */
  readonly body: DocumentBody | null;
  /** Stands behind the ids of its sections, so that those of several documents differ: empty or `-2`. */
  readonly suffix: string;
  /** Whether the page has no other document. */
  readonly isAlone: boolean;
  /** How much the page has no room for. */
  readonly leftOut: { readonly commitments: number; readonly statements: number; readonly blocks: number };
}

/** The id of a section of the document. */
export const sectionId = (name: SectionName, { suffix }: Pick<SectionInput, 'suffix'>): string => name + suffix;

/** The id of a block of the document's text. @param index in `body.blocks`, from 0 */
export const blockId = (index: number, { suffix }: Pick<SectionInput, 'suffix'>): string => `b${index}${suffix}`;

/**
 * The id of the block of the page's text that an offset of the document's text stands in, to link to.
 * @param offset UTF-16, such as the start of evidence
 * @returns null where the page does not show the text
 */
export function placeId(offset: number, input: SectionInput): string | null {
  const { body, settings } = input;
  if (body === null || !settings.sections.has('text')) return null;
  const { blocks } = body;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks.length === 0 ? null : blockId(low, input);
}
