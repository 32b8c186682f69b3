/** Annotated → findings: times, commitments, statements and themes of one document. */
import type { Annotated, Sentence } from '../model/annotated.ts';
import type { Commitment, DocumentRecord, ReportDiagnostic, Statement, Theme, TimeRecord } from '../model/report.ts';
import type { Rules } from '../rules/load.ts';
import { headingsAbove } from './claims/above.ts';
import { findClaims } from './claims/find.ts';
import { isLaw } from './claims/law.ts';
import { recordClaims } from './claims/records.ts';
import { findReportOwners } from './claims/reports.ts';
import type { ClaimTrace } from './claims/trace.ts';
import { whoIsWho } from './claims/who.ts';
import { compiled } from './compiled.ts';
import { fiscalYearOf } from './country/fiscal-year.ts';
import { diagnose } from './diagnose/diagnose.ts';
import { orderedDate } from './document-date.ts';
import { locate } from './evidence.ts';
import { groupRestatements } from './restatements/find.ts';
import { spansFor } from './spans.ts';
import type { ThemeParts } from './theme-parts.ts';
import type { ThemeTrace } from './theme-trace.ts';
import { findThemes } from './themes.ts';
import { numericDates, orderOf } from './times/date-order.ts';
import { findTimes } from './times/find.ts';
import { recordTimes } from './times/records.ts';
import type { TimeTrace } from './times/trace.ts';

/** What decides the findings besides the document and the rules. */
export interface ExtractOptions {
  readonly documentId: string;
  /** First day of the financial year, `MM-DD`, or null: then as the text or its country has it. */
  readonly fiscalYear: string | null;
  /** Reading of 03/04/2025, or null: then as the document's other dates or its country have it. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** When events are, by name: a day, month or year, or two of them joined by `..`. */
  readonly anchors?: Readonly<Record<string, string>>;
  /** Full names of bodies by how the text calls them; `we` says who speaks. */
  readonly actors?: Readonly<Record<string, string>>;
  /** How places are cited; see `locate`. */
  readonly cite?: string | undefined;
  /** Theme schemes to look for; `policy` unless given. */
  readonly themes?: readonly string[];
  /** What the themes are counted in besides the document. */
  readonly themesBy?: ThemeParts | null;
  /** Whether nothing but themes is looked for: everything else stays empty. */
  readonly isThemesOnly?: boolean;
  /** Told how each finding came about, and what came to nothing. */
  readonly trace?: ClaimTrace & TimeTrace;
  /** Told how each theme of a passage came about, and which words do not count. */
  readonly themeTrace?: ThemeTrace;
}

/** The findings of one document; `ref` is empty until a report numbers them. */
export interface Findings {
  readonly commitments: readonly Commitment[];
  readonly statements: readonly Statement[];
  readonly timeline: readonly TimeRecord[];
  readonly themes: readonly Theme[];
  /** How many passages each section or page has; null unless themes were asked for by them. */
  readonly parts: DocumentRecord['parts'];
  readonly diagnostics: readonly ReportDiagnostic[];
  /** The document's date, with day and month in the order found. */
  readonly date: DocumentRecord['date'];
  /** Whether something tells the order of day and month, so that what reading said of it is settled. */
  readonly isOrdered: boolean;
  /** How financial years were read; null where there are none. */
  readonly fiscalYear: DocumentRecord['fiscalYear'];
}

/**
 * Finds what a document says. Deterministic: the same document, rules and options give the same findings in the same
 * order. Relative dates are resolved against the document's date; without one they stay unresolved.
 */
export function extract(given: Annotated, rules: Rules, options: ExtractOptions): Findings {
  const {
    claims: claimRules,
    conditions,
    quantities,
    qualities,
    beneficiaries,
    agents,
    times: timeRules,
    countryOf,
    themes: themeRules,
  } = compiled(rules, options.themes ?? ['policy']);
  const country = countryOf(given.document);
  const fiscalYear = fiscalYearOf(options.fiscalYear, given.document, country);
  const numeric = numericDates(given.sentences.map(({ text }) => text));
  const dateOrder = orderOf(numeric, options.dateOrder, country?.dateOrder ?? null);
  const document = { ...given.document, date: orderedDate(given.document.date, dateOrder) };
  const annotated = { ...given, document };
  const locator = locate(annotated, options.cite);
  const themes = findThemes(annotated, themeRules, {
    documentId: options.documentId,
    locator,
    by: options.themesBy ?? null,
    trace: options.themeTrace,
  });
  const isOrdered = dateOrder.source !== 'default';
  if (options.isThemesOnly === true)
    return {
      commitments: [],
      statements: [],
      timeline: [],
      themes: themes.themes,
      parts: themes.parts,
      diagnostics: [],
      date: document.date,
      isOrdered,
      fiscalYear: null,
    };
  const who = whoIsWho(annotated, agents, options.actors ?? {});
  const times = findTimes(annotated, timeRules, {
    docDate: document.date?.value ?? null,
    fiscalYear: fiscalYear.start,
    dateOrder: dateOrder.order,
    yearPairs: country?.yearPairs ?? 'financial',
    anchors: options.anchors ?? {},
    trace: options.trace,
  });
  const claims = findClaims(annotated, {
    rules: claimRules,
    names: who.names,
    spansOf: spansFor(times),
    law: isLaw(annotated, claimRules.words),
    trace: options.trace,
  });
  const timeline = recordTimes(times, annotated, options.documentId, locator);
  const records = recordClaims(claims, {
    annotated,
    times,
    timeline,
    conditions,
    quantities,
    qualities,
    beneficiaries,
    locator,
    words: claimRules.words,
    owners: findReportOwners(annotated, who.names, claimRules.words),
    who,
    above: headingsAbove(annotated, times, timeline, who.names, claimRules.words),
    documentId: options.documentId,
    themesOf: (sentence: Sentence) => themesOf(sentence, themes.ofSentence),
    trace: options.trace,
  });
  const commitments = groupRestatements(records.commitments, document.publisher);
  return {
    commitments,
    statements: records.statements,
    timeline: timeline.map((time) => ({ ...time, commitmentIds: [...(records.byTime.get(time.id) ?? [])] })),
    themes: themes.themes,
    parts: themes.parts,
    diagnostics: diagnose({
      documentId: options.documentId,
      timeline,
      events: timeRules.events.words,
      dateOrder,
      fiscalYear,
      commitments,
      documentDate: document.date,
    }),
    date: document.date,
    isOrdered,
    fiscalYear: timeline.some(({ calendar }) => calendar === 'fiscal')
      ? { start: fiscalYear.start, source: fiscalYear.source, country: fiscalYear.country }
      : null,
  };
}

/** The themes of a sentence; a list item also carries those of the sentence that introduces it, after its own. */
function themesOf({ index, stem }: Sentence, ofSentence: readonly (readonly string[])[]): readonly string[] {
  return [...new Set([...(ofSentence[index] ?? []), ...(ofSentence[stem] ?? [])])];
}
