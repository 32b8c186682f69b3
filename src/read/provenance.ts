/** Where a document comes from: its title, publisher, date and language, each with where it was found. */
import type { Diagnostic, DocumentDate } from '../model/document.ts';
import { findDate } from './provenance/date.ts';
import type { Evidence, Found } from './provenance/evidence.ts';
import { guessLanguage, languageName } from './provenance/language.ts';
import { findPublisher } from './provenance/publisher.ts';
import { findTitle } from './provenance/title.ts';

/** What the user says about the document; it wins over what is found. */
export interface Flags {
  readonly title?: string;
  readonly publisher?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly docDate?: string;
}

/** The facts about a document. */
export interface Provenance {
  readonly title: Found | null;
  readonly publisher: Found | null;
  readonly date: DocumentDate | null;
  readonly language: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds a document's title, publisher, date and language.
 * @param evidence its blocks and what the file states
 * @param flags what the user says
 */
export function findProvenance(evidence: Evidence, flags: Flags): Provenance {
  const title = flags.title === undefined ? findTitle(evidence) : flagged(flags.title);
  const { date, diagnostics } = findDate(evidence, title?.value ?? null, flags.docDate);
  const language = guessLanguage(evidence.blocks);
  const warnings = [...diagnostics];
  if (language !== null && language !== 'en') {
    warnings.push({
      code: 'PMED-L211',
      level: 'warning',
      page: null,
      message: `The text seems to be in ${languageName(language)}; pmed's rules cover English.`,
      hint: 'Give an English version if there is one.',
    });
  }
  const publisher =
    flags.publisher === undefined ? findPublisher(evidence, title?.value ?? null) : flagged(flags.publisher);
  return { title, publisher, date, language, diagnostics: warnings };
}

function flagged(value: string): Found {
  return { value, source: 'flag', quote: null };
}
