/** What decides what a report's workbook holds. */
import type { ThemesShape } from '../../themes/table-columns.ts';
import type { PlanOptions } from '../../timeline/plan.ts';
import type { ResultSettings } from '../../workbook/result-workbook.ts';

/** The sheets that a command shows: `pmed timeline` has fewer than `pmed analyse`. */
export const SHEET_NAMES = ['commitments', 'statements', 'timeline', 'themes'] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

export interface WorkbookSettings extends ResultSettings {
  readonly sheets: ReadonlySet<SheetName>;
  readonly plan: PlanOptions;
  readonly themes: ThemesShape;
}
