/** Places of evidence as services name them, and what stands there in a few words. */
import type { DocumentRecord, Evidence } from '../../model/report.ts';
import { shortened } from '../shorten.ts';
import type { AnnotatedPlace } from './annotation.ts';
import { capital, oneLine } from './wording.ts';

/** Longest subject, in characters. */
const LONGEST_SUBJECT = 120;

/**
 * The place of evidence in a document.
 * @param path as typed
 */
export function placeOf(evidence: Evidence, { id, mediaType }: DocumentRecord, path: string): AnnotatedPlace {
  const { line, page, pageLabel, quote, start, end } = evidence;
  return {
    path,
    // Lines of the text of a PDF or DOCX are not lines of the file.
    line: mediaType?.startsWith('text/') ? line : null,
    page,
    pageLabel: pageLabel === null ? null : oneLine(pageLabel),
    quote: oneLine(quote),
    span: { documentId: id, start, end },
  };
}

/** A place that is the document as a whole. */
export const wholeDocument = (path: string): AnnotatedPlace => ({
  path,
  line: null,
  page: null,
  pageLabel: null,
  quote: null,
  span: null,
});

/** What a commitment or sentence says in a few words. */
export const shortSubject = (text: string): string => capital(shortened(oneLine(text), LONGEST_SUBJECT));
