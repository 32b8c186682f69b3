/** Findings as services for continuous integration are told of them. */

import type { CheckRule } from '../../check/check-rules.ts';
import type { ExitCode } from '../../model/fault.ts';
import type { Finding } from '../../model/findings.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { Tool } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { CiNotice, CiRun } from '../../render/ci/annotation.ts';
import {
  annotationsOfFindings,
  type CheckedDocument,
  checkedDocument,
  rulesOfCheck,
  summaryOfFindings,
} from '../../render/ci/of-findings.ts';
import type { DocumentTexts } from '../../render/ci/sarif-places.ts';
import { servicePath } from '../service-path.ts';

/** What one input gave, and how it was named. */
export interface CheckedPart extends FindingsPart {
  /** The path as typed; null where there is none. */
  readonly typed: string | null;
}

/** What holds for all parts. */
export interface CheckOutcome {
  readonly tool: Tool;
  readonly rules: readonly CheckRule[];
  /** Where texts were written for results to point into. */
  readonly texts: DocumentTexts;
  /** Whether the gate fails on a finding. */
  readonly fails: (finding: Finding) => boolean;
  /** What is said of all documents together; asked when all have come, as the exit code. */
  readonly verdict: () => Verdict;
  readonly code: () => ExitCode;
}

/** All parts as one run. */
export function ciRunOf(parts: readonly CheckedPart[], { tool, rules, fails, verdict, code }: CheckOutcome): CiRun {
  const checked = parts.map(documentOf);
  const others = new Map(checked.flatMap((document) => (document === null ? [] : [[document.record.id, document]])));
  const annotations = parts.flatMap((part, index) => {
    const document = checked[index] ?? null;
    return document === null ? [] : annotationsOfFindings({ ...part, document, fails, others });
  });
  return {
    command: 'check',
    tool,
    documents: [...others.values()].map(checkedDocument),
    rules: rulesOfCheck(rules),
    annotations,
    notices: parts.flatMap(({ diagnostics, typed }, index) =>
      diagnostics.map(({ documentId: _, ...told }): CiNotice => ({ ...told, path: checked[index]?.path ?? typed })),
    ),
    verdict: verdict(),
    exitCode: code(),
    summary: summaryOfFindings(annotations),
  };
}

function documentOf({ document, typed }: CheckedPart): CheckedDocument | null {
  return document === null ? null : { record: document, path: servicePath(typed, document.name) };
}
