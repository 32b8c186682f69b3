/** What a report says of a document before it is searched. */
import { createHash } from 'node:crypto';
import { annotate } from '../annotate/annotate.ts';
import { readCountries } from '../extract/country/countries.ts';
import { countryFinder } from '../extract/country/country.ts';
import { ORDER_GUESSED, settled } from '../extract/document-date.ts';
import { countPassages } from '../extract/passages.ts';
import type { Annotated } from '../model/annotated.ts';
import { type Document, pagesOf } from '../model/document.ts';
import type { DocumentRecord, ReportDiagnostic } from '../model/report.ts';
import type { Source } from '../read/source.ts';
import type { Rules } from '../rules/load.ts';

/** `d-` and ten hexadecimal digits of the bytes' hash; a text in memory is known by its name as well. */
export function documentId(document: Pick<Document, 'name' | 'sha256'>, source: Source): string {
  if (!isText(source)) return `d-${document.sha256.slice(0, 10)}`;
  const named = createHash('sha256').update(`${document.name}\n${document.sha256}`).digest('hex');
  return `d-${named.slice(0, 10)}`;
}

/** Whether a source is a text in memory. */
export function isText(source: Source): boolean {
  return typeof source !== 'string' && 'text' in source;
}

/** What the report says about a document before it is searched: where it came from, what it is, and its sections. */
export function documentRecord(id: string, document: Document, annotated: Annotated): DocumentRecord {
  return {
    id,
    name: document.name,
    sha256: document.sha256,
    mediaType: document.mediaType,
    bytes: document.bytes,
    status: document.status,
    title: document.title,
    publisher: document.publisher,
    language: document.language,
    pages: document.paged ? pagesOf(document).length : null,
    words: document.words,
    passages: countPassages(annotated.sentences),
    textCoverage: document.textCoverage,
    date: document.date,
    fiscalYear: null,
    sections: annotated.sections.map(({ id: sectionId, level, title, page, start, end }) => ({
      id: sectionId,
      level,
      title,
      page: document.paged ? page : null,
      start,
      end,
    })),
    parts: null,
  };
}

/** A document that was only read, with its own date as analysing it has it. */
export function datedDocument(document: Document, rules: Rules): Document {
  if (!document.diagnostics.some(({ code }) => code === ORDER_GUESSED)) return document;
  return settled(annotate(document), countryFinder(readCountries(rules.files)));
}

/** The document's own messages, as they stand in the report. */
export function reportDiagnostics(document: Document, id: string): ReportDiagnostic[] {
  return document.diagnostics.map(({ code, level, page, message, hint }) => ({
    code,
    level,
    documentId: id,
    page,
    message,
    hint,
  }));
}
