/** Where a document comes from: its title, publisher, date and language, each with where it was found. */
import type { Diagnostic, DocumentDate } from '../model/document.ts';
import { findDate } from './provenance/date.ts';
import type { Evidence, Found } from './provenance/evidence.ts';
import { foreignLanguages, guessLanguage, languageName } from './provenance/language.ts';
import { findPublisher } from './provenance/publisher.ts';
import { findTitle } from './provenance/title.ts';

/** What the user says about the document; it wins over what is found. */
export interface Flags {
  readonly title?: string;
  readonly publisher?: string;
  readonly publisherSource?: 'flag' | 'config';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly docDate?: string;
  readonly dateSource?: 'flag' | 'config';
  /** The language that all of the text is in, whatever it seems to be. */
  readonly language?: 'en';
  /** Whether a text in another language than the rules cover counts as not read. */
  readonly requireLanguage?: boolean;
}

/** The facts about a document. */
export interface Provenance {
  readonly title: Found | null;
  readonly publisher: Found | null;
  readonly date: DocumentDate | null;
  readonly language: string | null;
  /** By block: the language of those that are in another than English, else null. */
  readonly foreign: readonly (string | null)[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds a document's title, publisher, date and language.
 * @param evidence its blocks and what the file states
 * @param flags what the user says
 */
export function findProvenance(evidence: Evidence, flags: Flags): Provenance {
  const title = flags.title === undefined ? findTitle(evidence) : flagged(flags.title, 'flag');
  const { date, diagnostics } = findDate(evidence, title?.value ?? null, flags);
  const guessed = flags.language === undefined ? guessLanguage(evidence.blocks) : { main: flags.language, part: null };
  const { main: language, part } = guessed;
  const warnings = [...diagnostics];
  const isCovered = language === null || language === 'en';
  if (!isCovered)
    warnings.push({
      ...uncovered(`The text seems to be in ${languageName(language)}; pmed's rules cover English.`),
      level: flags.requireLanguage === true ? 'error' : 'warning',
    });
  if (isCovered && part !== null) {
    const name = languageName(part.language);
    const share = Math.round(part.share * 100);
    warnings.push(uncovered(`About ${share}% of the text seems to be in ${name}; pmed's rules cover English.`));
  }
  const publisher =
    flags.publisher === undefined
      ? findPublisher(evidence, title?.value ?? null)
      : flagged(flags.publisher, flags.publisherSource ?? 'flag');
  const foreign = foreignLanguages(evidence.blocks, guessed);
  return { title, publisher, date, language, foreign, diagnostics: warnings };
}

/** A warning that nothing can be found in what is not English. */
function uncovered(message: string): Diagnostic {
  return {
    code: 'PMED-L211',
    level: 'warning',
    page: null,
    message,
    hint: 'Give an English version if there is one.',
  };
}

function flagged(value: string, source: 'flag' | 'config'): Found {
  return { value, source, quote: null };
}
