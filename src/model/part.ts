/** The part of a report that is about one input: what is streamed, document by document. */

import type { DocumentBody, PmedComment } from './document.ts';
import { SCHEMA_VERSION } from './kinds.ts';
import type {
  Commitment,
  DocumentRecord,
  Report,
  ReportDiagnostic,
  Statement,
  Summary,
  Theme,
  TimeRecord,
  Tool,
} from './report.ts';

/** What one input gave. */
export interface ReportPart {
  /** Null for an input that could not even be opened: only its diagnostics speak of it. */
  readonly document: DocumentRecord | null;
  readonly commitments: readonly Commitment[];
  /** What a person called no commitment, in `pmed.review.yaml`; absent where nothing was. */
  readonly rejected?: readonly Commitment[];
  readonly statements: readonly Statement[];
  readonly timeline: readonly TimeRecord[];
  readonly themes: readonly Theme[];
  readonly diagnostics: readonly ReportDiagnostic[];
  /** Comments in the document that are meant for pmed; no part of the report. Absent where there are none. */
  readonly comments?: readonly PmedComment[];
  /** Where it was read from, as it was named; no part of the report. Absent where that was no path. */
  readonly path?: string;
  /** The document's text, for formats that show it; no part of the report. Absent unless asked for. */
  readonly body?: DocumentBody;
}

/** The counts of a report, over the commitments of some of its documents or all. */
export function summarise(commitments: readonly Commitment[]): Summary {
  const byStrength = { binding: 0, firm: 0, planned: 0, aimed: 0, wished: 0 };
  let distinct = 0;
  let checkable = 0;
  let undated = 0;
  for (const commitment of commitments) {
    byStrength[commitment.strengthLabel]++;
    if (commitment.restates === null) distinct++;
    if (commitment.checkable.all) checkable++;
    if (commitment.deadline === null) undated++;
  }
  return { commitments: commitments.length, distinct, byStrength, checkable, undated };
}

/** Two summaries as one. */
export function addSummaries(one: Summary, other: Summary): Summary {
  const [a, b] = [one.byStrength, other.byStrength];
  return {
    commitments: one.commitments + other.commitments,
    distinct: one.distinct + other.distinct,
    byStrength: {
      binding: a.binding + b.binding,
      firm: a.firm + b.firm,
      planned: a.planned + b.planned,
      aimed: a.aimed + b.aimed,
      wished: a.wished + b.wished,
    },
    checkable: one.checkable + other.checkable,
    undated: one.undated + other.undated,
  };
}

/** The report of all parts, in their order. */
export function joinParts(tool: Tool, parts: readonly ReportPart[]): Report {
  const commitments = parts.flatMap((part) => part.commitments);
  return {
    $schema: 'urn:pmed:schema:report:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'report',
    tool,
    documents: parts.flatMap((part) => part.document ?? []),
    commitments,
    rejected: parts.flatMap((part) => part.rejected ?? []),
    statements: parts.flatMap((part) => part.statements),
    timeline: parts.flatMap((part) => part.timeline),
    themes: parts.flatMap((part) => part.themes),
    diagnostics: parts.flatMap((part) => part.diagnostics),
    summary: summarise(commitments),
  };
}
