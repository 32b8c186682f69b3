/** What the workbooks of all commands have in common: their tables, then problems, how they were made, and a summary before all. */
import type { DocumentRecord, ReportDiagnostic, Tool } from '../../model/report.ts';
import { type ProblemRow, problemColumns } from '../problems/columns.ts';
import { ABOUT_WIDTHS, writeAbout } from './about-sheet.ts';
import { lossesOf } from './losses.ts';
import { type NotesRow, notesShape } from './notes-sheet.ts';
import type { SheetPart } from './sheet-part.ts';
import { sheetColumns, type TablePart, type TableSheet, tableSheet } from './table-sheet.ts';
import { Workbook } from './workbook.ts';

/** What every workbook is made with. */
export interface ResultSettings {
  readonly tool: Tool;
  /** What to type to get the same workbook. */
  readonly command: string;
  /** The URL of a document's folder as seen from the workbook, by its path; null where that is not known. */
  readonly folderOf: (path: string | undefined) => string | null;
  /** Is told what the workbook could not hold. */
  readonly tell: (problem: ReportDiagnostic) => void;
}

/** The sheet Summary. */
interface Cover {
  readonly title: string;
  readonly widths: readonly number[];
  /** @param sheets all others, in their order */
  readonly rows: (sheets: readonly SheetPart[]) => Iterable<NotesRow>;
}

export class ResultWorkbook {
  readonly #settings: ResultSettings;
  readonly #workbook = new Workbook();
  readonly #tables: TableSheet<never>[] = [];

  constructor(settings: ResultSettings) {
    this.#settings = settings;
  }

  /** A new sheet with a table, behind the others. */
  table<R>(table: TableSheet<R>): TablePart<R> {
    this.#tables.push(table);
    return tableSheet(this.#workbook, table);
  }

  /** The sheet of problems; to be called once, after all other tables. */
  problems(): TablePart<ProblemRow> {
    return this.table({ name: 'Problems', columns: sheetColumns('Problems', problemColumns) });
  }

  /** Ends the workbook. @param problems as `problems` gave it */
  *bytes(problems: TablePart<ProblemRow>, documents: readonly DocumentRecord[], cover: Cover): Generator<Uint8Array> {
    const { tool, command, tell } = this.#settings;
    const workbook = this.#workbook;
    for (const its of workbook.sheets.flatMap(lossesOf)) {
      problems.add({ its, document: null });
      tell(its);
    }
    writeAbout(workbook.sheet(notesShape('About', ABOUT_WIDTHS)), { tool, command, documents, tables: this.#tables });
    const others = [...workbook.sheets];
    const summary = workbook.cover(notesShape('Summary', cover.widths));
    for (const row of cover.rows(others)) summary.add(row);
    yield* workbook.bytes({ title: cover.title, version: tool.version });
  }
}
