/** What an analysis is asked for, and the parts of it that each stage takes. */
import type { ExtractOptions } from '../extract/extract.ts';
import type { ThemeParts } from '../extract/theme-parts.ts';
import { PmedError } from '../model/fault.ts';
import type { Tool } from '../model/report.ts';
import type { Review } from '../model/review-file.ts';
import type { Wording } from '../model/version.ts';
import type { ReadOptions } from '../read/read.ts';
import type { Rules } from '../rules/load.ts';
import { version } from '../version.ts';

/** What decides the findings besides the documents and the rules. */
export interface AnalyseOptions extends ReadOptions {
  /** First day of the financial year, `MM-DD`; unless given, as each document's text or country has it, else `04-01`. */
  readonly fiscalYear?: string;
  /** Reading of 03/04/2025; unless given, as each document's other dates or its country have it, else `dmy`. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** When events are, by name: `{ 'Royal Assent': '2025-03-01', 'Phase 2': '2026-04..2028-03' }`. */
  readonly anchors?: Readonly<Record<string, string>>;
  /** Full names of bodies, by how the text calls them: `{ NHSE: 'NHS England' }`; `we` says who "we" is. */
  readonly actors?: Readonly<Record<string, string>>;
  /** ISO day from which deadlines are judged; nothing is judged unless given. */
  readonly asOf?: string | null;
  /** Theme schemes to look for; `policy` and those of users' packs among the rules unless given. */
  readonly themes?: readonly string[];
  /** What the themes are counted in besides the document; in nothing unless given. */
  readonly themesBy?: ThemeParts;
  /** Whether nothing but themes is looked for, in a fraction of the time; commitments, statements and times stay empty. */
  readonly isThemesOnly?: boolean;
  /** Pages to look at, as `3-10,15`, `12-` or, by their printed numbers, `labels:i-x`; all unless given. */
  readonly pages?: string;
  /**
   * How places are cited: `{publisher} ({year}), {place}` unless given, where the place is `p. 12` or `l. 3`. Also known
   * are `{title}`, `{name}` (of the file), `{date}` and `{page}` (its printed number; the line where there are no pages).
   */
  readonly cite?: string;
  /** What a file of settings decided, by its keys, for `tool.options` of the report; it changes nothing by itself. */
  readonly config?: Readonly<Record<string, readonly string[]>>;
  /** What people said of what is found, by their review file; applied to it. Nothing unless given. */
  readonly review?: Review;
  /** Given the words of each document: for callers that compare more of them than is quoted. */
  readonly onWording?: (wording: Wording) => void;
  /** Whether the parts of the analysis carry the text of their documents; they do not unless given. */
  readonly keepsBody?: boolean;
  /** Rules to use; the built-in ones unless given. */
  readonly rules?: Rules;
}

/** Only what reading takes: flags that are absent must not stand in the way of what a line of JSON says. */
export function readOptions(options: AnalyseOptions): ReadOptions {
  const { docDate, dateSource, publisher, publisherSource, title, ignoreTags, password, timeout, ocr } = options;
  const { maxSize, minTextCoverage, language, requireLanguage, pageOffset, onPage, onPicture } = options;
  return {
    ...(docDate === undefined ? {} : { docDate }),
    ...(dateSource === undefined ? {} : { dateSource }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(publisherSource === undefined ? {} : { publisherSource }),
    ...(title === undefined ? {} : { title }),
    ...(ignoreTags === undefined ? {} : { ignoreTags }),
    ...(password === undefined ? {} : { password }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(language === undefined ? {} : { language }),
    ...(requireLanguage === undefined ? {} : { requireLanguage }),
    ...(pageOffset === undefined ? {} : { pageOffset }),
    ...(maxSize === undefined ? {} : { maxSize }),
    ...(minTextCoverage === undefined ? {} : { minTextCoverage }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(onPage === undefined ? {} : { onPage }),
    ...(onPicture === undefined ? {} : { onPicture }),
  };
}

/** What decides the findings of a document besides its text and the rules. */
export function extractOptions(documentId: string, options: AnalyseOptions): ExtractOptions {
  const { fiscalYear = null, dateOrder = null, anchors = {}, actors = {}, cite, themes = ['policy'] } = options;
  const { themesBy = null, isThemesOnly = false } = options;
  return { documentId, fiscalYear, dateOrder, anchors, actors, cite, themes, themesBy, isThemesOnly };
}

/** Who made a result, with which rules and settings. */
export function toolOf(rules: Rules, options: AnalyseOptions): Tool {
  return { name: 'pmed', version, packs: [...rules.packs], options: settings(options) };
}

/** The settings that stand in the report. */
function settings(options: AnalyseOptions) {
  return {
    fiscalYear: options.fiscalYear ?? '04-01',
    dateOrder: options.dateOrder ?? 'dmy',
    anchors: { ...options.anchors },
    actors: { ...options.actors },
    asOf: options.asOf ?? null,
    config: Object.fromEntries(Object.entries(options.config ?? {}).map(([key, values]) => [key, [...values]])),
    review:
      options.review === undefined || options.isThemesOnly === true
        ? null
        : { file: options.review.file, sha256: options.review.sha256 },
  };
}

/** @throws PmedError (exit 2) for a theme scheme that no pack holds */
export function checkSchemes({ themes }: Rules, wanted: readonly string[]): void {
  const known = themes.map(({ scheme }) => scheme);
  const unknown = wanted.find((scheme) => !known.includes(scheme));
  if (unknown === undefined) return;
  throw new PmedError(`no theme scheme is called '${unknown}'.`, {
    code: 'PMED-U004',
    exitCode: 2,
    hint: `Schemes: ${[...new Set(known)].join(', ')}`,
    mistyped: { given: unknown, known },
  });
}
