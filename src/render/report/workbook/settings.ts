/** What decides what a report's workbook holds. */
import type { ReportDiagnostic, Tool } from '../../../model/report.ts';
import type { ThemesShape } from '../../themes/table-columns.ts';
import type { PlanOptions } from '../../timeline/plan.ts';

/** The sheets that a command shows: `pmed timeline` has fewer than `pmed analyse`. */
export const SHEET_NAMES = ['commitments', 'statements', 'timeline', 'themes'] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

export interface WorkbookSettings {
  readonly tool: Tool;
  readonly sheets: ReadonlySet<SheetName>;
  readonly plan: PlanOptions;
  readonly themes: ThemesShape;
  /** What to type to get the same workbook. */
  readonly command: string;
  /** The URL of a document's folder as seen from the workbook, by its path; null where that is not known. */
  readonly folderOf: (path: string | undefined) => string | null;
  /** Is told what the workbook could not hold. */
  readonly tell: (problem: ReportDiagnostic) => void;
}
