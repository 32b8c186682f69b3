/** What the summary of a workbook counts, as the parts come. */
import { addSummaries, type ReportPart, summarise } from '../../../model/part.ts';
import type { StatementKind, Summary, Theme } from '../../../model/report.ts';
import { type DocumentRow, documentRow } from '../../documents/columns.ts';

/** Counts of all documents together, and a row for each. */
export class Tally {
  readonly documents: DocumentRow[] = [];
  readonly statements = new Map<StatementKind, number>();
  summary: Summary = summarise([]);
  /** Documents that were named and could not even be opened. */
  unopened = 0;
  /** Findings that a person called no commitment. */
  rejected = 0;
  times = 0;
  /** Last days of deadlines of commitments, the first and the last of them. */
  firstDeadline: string | null = null;
  lastDeadline: string | null = null;
  /** Themes of the first document: with others their figures do not add up. */
  themes: readonly Theme[] = [];

  add(part: ReportPart): void {
    const { commitments } = part;
    const row = documentRow(part);
    if (row === null) this.unopened++;
    else {
      if (this.documents.length === 0) this.themes = part.themes;
      this.documents.push(row);
    }
    this.summary = addSummaries(this.summary, summarise(commitments));
    this.times += part.timeline.length;
    this.rejected += part.rejected?.length ?? 0;
    for (const { kind } of part.statements) this.statements.set(kind, (this.statements.get(kind) ?? 0) + 1);
    for (const { deadline } of commitments) {
      const end = deadline?.end ?? null;
      if (end === null) continue;
      if (this.firstDeadline === null || end < this.firstDeadline) this.firstDeadline = end;
      if (this.lastDeadline === null || end > this.lastDeadline) this.lastDeadline = end;
    }
  }
}
