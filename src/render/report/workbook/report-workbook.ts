/** A report as a workbook: its tables are written as the documents come, its summary at the end. */
import { STRENGTH_LABELS } from '../../../model/kinds.ts';
import type { ReportPart } from '../../../model/part.ts';
import {
  type CommitmentRow,
  commitmentColumns,
  commitmentRows,
  rejectedColumns,
  rejectedRows,
} from '../../commitments/columns.ts';
import { type DocumentRow, documentColumns } from '../../documents/columns.ts';
import { type ProblemRow, problemRows } from '../../problems/columns.ts';
import { type StatementRow, statementColumns, statementRows } from '../../statements/columns.ts';
import { type ThemeRow, themeColumns, themeRows } from '../../themes/table-columns.ts';
import { type TimeRow, timeColumns, timeRows } from '../../timeline/columns.ts';
import { planOf } from '../../timeline/plan.ts';
import { DocumentLinks } from '../../workbook/document-links.ts';
import { ResultWorkbook } from '../../workbook/result-workbook.ts';
import { sheetColumns, type TablePart, type TableSheet } from '../../workbook/table-sheet.ts';
import type { SheetName, WorkbookSettings } from './settings.ts';
import { summaryRows, summaryWidths, titleOf } from './summary.ts';
import { Tally } from './tally.ts';

/** What a reader may make of a commitment; corrections need the sheet of pmed review export, which has cells for them. */
const VERDICTS = ['keep', 'not a commitment'];

/** Columns of documents that count what was found: what a command did not look for, it does not count. */
const COUNTS: readonly (readonly [sheet: SheetName, columns: readonly string[]])[] = [
  ['commitments', ['commitments', 'distinct', ...STRENGTH_LABELS, 'checkable', 'undated', 'rejected']],
  ['statements', ['statements']],
  ['themes', ['themes']],
];

const isShown = (column: string, sheets: ReadonlySet<SheetName>): boolean =>
  COUNTS.every(([sheet, columns]) => sheets.has(sheet) || !columns.includes(column));

export class ReportWorkbook {
  readonly #settings: WorkbookSettings;
  readonly #workbook: ResultWorkbook;
  readonly #links = new DocumentLinks();
  readonly #tally = new Tally();
  readonly #commitments: TablePart<CommitmentRow> | null;
  /** Null unless a review file was gone by. */
  readonly #rejected: TablePart<CommitmentRow> | null;
  readonly #statements: TablePart<StatementRow> | null;
  readonly #times: TablePart<TimeRow> | null;
  readonly #themes: TablePart<ThemeRow> | null;
  readonly #documents: TablePart<DocumentRow>;
  readonly #problems: TablePart<ProblemRow>;

  constructor(settings: WorkbookSettings) {
    this.#settings = settings;
    this.#workbook = new ResultWorkbook(settings);
    const links = this.#links;
    this.#commitments = this.#shown('commitments', () => ({
      name: 'Commitments',
      frozen: 2,
      columns: sheetColumns('Commitments', commitmentColumns, {
        link: { link: ({ its, document }) => links.page(document, its.evidence.page) },
        verdict: { choices: VERDICTS },
      }),
    }));
    const isReviewed = settings.tool.options.review !== null;
    this.#rejected = !isReviewed
      ? null
      : this.#shown('commitments', () => ({
          name: 'Rejected',
          frozen: 2,
          columns: sheetColumns('Rejected', rejectedColumns, {
            link: { link: ({ its, document }) => links.page(document, its.evidence.page) },
          }),
        }));
    this.#statements = this.#shown('statements', () => ({
      name: 'Statements',
      frozen: 2,
      columns: sheetColumns('Statements', statementColumns, {
        link: { link: ({ its, document }) => links.page(document, its.evidence.page) },
      }),
    }));
    this.#times = this.#shown('timeline', () => ({
      name: 'Timeline',
      frozen: 2,
      columns: sheetColumns('Timeline', timeColumns(settings.plan.asOf !== null)),
    }));
    this.#themes = this.#shown('themes', () => ({
      name: 'Themes',
      frozen: 1,
      columns: sheetColumns('Themes', themeColumns(settings.themes)),
    }));
    this.#documents = this.#workbook.table({
      name: 'Documents',
      frozen: 1,
      columns: sheetColumns(
        'Documents',
        documentColumns.filter(([name]) => isShown(name, settings.sheets)),
        {
          document: { link: ({ document }) => links.file(document) },
        },
      ),
    });
    this.#problems = this.#workbook.problems();
  }

  /** The next part, with what of it is shown and counted. */
  add(part: ReportPart): void {
    const { plan, themes, folderOf } = this.#settings;
    this.#links.add(part.document, folderOf(part.path));
    this.#tally.add(part);
    if (this.#commitments !== null) for (const row of commitmentRows(part)) this.#commitments.add(row);
    if (this.#rejected !== null) for (const row of rejectedRows(part)) this.#rejected.add(row);
    if (this.#statements !== null) for (const row of statementRows(part)) this.#statements.add(row);
    if (this.#times !== null) for (const row of timeRows(part, planOf(part, plan))) this.#times.add(row);
    if (this.#themes !== null) for (const row of themeRows(part, themes)) this.#themes.add(row);
    const document = this.#tally.documents.at(-1);
    if (part.document !== null && document !== undefined) this.#documents.add(document);
    for (const row of problemRows(part)) this.#problems.add(row);
  }

  /** Ends the workbook. */
  bytes(): Generator<Uint8Array> {
    const tally = this.#tally;
    const documents = tally.documents.map(({ document }) => document);
    return this.#workbook.bytes(this.#problems, documents, {
      title: titleOf(tally),
      widths: summaryWidths(documents.length === 1),
      rows: (sheets) => summaryRows({ tally, links: this.#links, shows: this.#settings.sheets, sheets }),
    });
  }

  #shown<R>(name: SheetName, table: () => TableSheet<R>): TablePart<R> | null {
    return this.#settings.sheets.has(name) ? this.#workbook.table(table()) : null;
  }
}
