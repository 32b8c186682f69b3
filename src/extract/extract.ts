/** Annotated → findings: times, commitments, statements and themes of one document. */
import type { Annotated, Sentence } from '../model/annotated.ts';
import type { Commitment, ReportDiagnostic, Statement, Theme, TimeRecord } from '../model/report.ts';
import type { Rules } from '../rules/load.ts';
import { findClaims } from './claims/find.ts';
import { compileNames } from './claims/names.ts';
import { recordClaims } from './claims/records.ts';
import { findReportOwners } from './claims/reports.ts';
import { compiled } from './compiled.ts';
import { locate } from './evidence.ts';
import { spansFor } from './spans.ts';
import { findThemes } from './themes.ts';
import { findTimes } from './times/find.ts';
import { recordTimes } from './times/records.ts';

/** What decides the findings besides the document and the rules. */
export interface ExtractOptions {
  readonly documentId: string;
  /** First day of the financial year, `MM-DD`. */
  readonly fiscalYear: string;
  readonly dateOrder: 'dmy' | 'mdy';
  /** Theme schemes to look for; `policy` unless given. */
  readonly themes?: readonly string[];
}

/** The findings of one document; `ref` is empty until a report numbers them. */
export interface Findings {
  readonly commitments: readonly Commitment[];
  readonly statements: readonly Statement[];
  readonly timeline: readonly TimeRecord[];
  readonly themes: readonly Theme[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

/**
 * Finds what a document says. Deterministic: the same document, rules and options give the same findings in the same
 * order. Relative dates are resolved against the document's date; without one they stay unresolved.
 */
export function extract(annotated: Annotated, rules: Rules, options: ExtractOptions): Findings {
  const {
    claims: claimRules,
    conditions,
    agents,
    times: timeRules,
    themes: themeRules,
  } = compiled(rules, options.themes ?? ['policy']);
  const { document } = annotated;
  const locator = locate(annotated);
  const names = compileNames(agents, document.publisher);
  const times = findTimes(annotated, timeRules, {
    docDate: document.date?.value ?? null,
    fiscalYear: options.fiscalYear,
    dateOrder: options.dateOrder,
  });
  const themes = findThemes(annotated, themeRules, { documentId: options.documentId });
  const claims = findClaims(annotated, { rules: claimRules, names, spansOf: spansFor(times) });
  const timeline = recordTimes(times, annotated, options.documentId, locator);
  const records = recordClaims(claims, {
    annotated,
    times,
    timeline,
    conditions,
    locator,
    owners: findReportOwners(annotated, names),
    names,
    documentId: options.documentId,
    themesOf: (sentence: Sentence) => themes.ofSentence[sentence.index] ?? [],
  });
  return {
    commitments: records.commitments,
    statements: records.statements,
    timeline: timeline.map((time) => ({ ...time, commitmentIds: [...(records.byTime.get(time.id) ?? [])] })),
    themes: themes.themes,
    diagnostics: unresolved(timeline, options.documentId, document.date !== null),
  };
}

/** One warning for the relative dates that stay unresolved for want of a document date. */
function unresolved(timeline: readonly TimeRecord[], documentId: string, hasDate: boolean): ReportDiagnostic[] {
  const open = timeline.filter((time) => !time.resolved && time.anchor?.kind === 'document');
  if (hasDate || open.length === 0) return [];
  const examples = [...new Set(open.map((time) => `"${time.text}"`))].slice(0, 2).join(', ');
  const many = open.length === 1 ? 'one relative date' : `${open.length} relative dates`;
  const stay = open.length === 1 ? 'stays' : 'stay';
  return [
    {
      code: 'PMED-D201',
      level: 'warning',
      documentId,
      page: null,
      message: `no publication date found, so ${many} (${examples}${open.length > 2 ? ', ...' : ''}) ${stay} unresolved.`,
      hint: 'Give the date with --doc-date YYYY-MM-DD.',
    },
  ];
}
