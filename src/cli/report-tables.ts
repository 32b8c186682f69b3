/** The tables of a report: what each of them holds, as the members of a family of files. */
import type { ReportPart } from '../model/part.ts';
import type { Column } from '../render/columns.ts';
import { cellsRow, headRow, type TableLook } from '../render/csv.ts';
import type { WriterMaker } from './records/sinks.ts';
import { family, type Table, type TableFlags, tables } from './records/writers.ts';
import type { REPORT_TABLES } from './report-families.ts';

/** What the tables of a report are written with. */
export interface ReportTables extends TableFlags {
  /** ISO day from which deadlines are judged; nothing is judged where it is null. */
  readonly asOf: string | null;
}

type Load = () => Promise<Table<ReportPart>>;

/** Both formats of all tables. */
export function reportTables(run: ReportTables): Readonly<Record<'csv' | 'tsv', WriterMaker<ReportPart>>> {
  const made = Object.entries(loads(run)).map(([member, load]) => [member, tables(run, load)] as const);
  return {
    csv: family(Object.fromEntries(made.map(([member, { csv }]) => [member, csv]))),
    tsv: family(Object.fromEntries(made.map(([member, { tsv }]) => [member, tsv]))),
  };
}

/** Members of the family, in the order in which they are told. */
function loads({ asOf }: ReportTables): Readonly<Record<(typeof REPORT_TABLES)[number], Load>> {
  return {
    async commitments() {
      const { commitmentColumns, commitmentRows } = await import('../render/commitments/columns.ts');
      return tableOf(commitmentColumns, commitmentRows);
    },
    async statements() {
      const { statementColumns, statementRows } = await import('../render/statements/columns.ts');
      return tableOf(statementColumns, statementRows);
    },
    async timeline() {
      const [{ timeColumns, timeRows }, { planOf }] = await Promise.all([
        import('../render/timeline/columns.ts'),
        import('../render/timeline/plan.ts'),
      ]);
      const days = { from: null, to: null, asOf };
      return tableOf(timeColumns(asOf !== null), (part) => timeRows(part, planOf(part, days)));
    },
    async themes() {
      const { themeColumns, themeRows } = await import('../render/themes/table-columns.ts');
      const shape = { by: null, isComparison: false };
      return tableOf(themeColumns(shape), (part) => themeRows(part, shape));
    },
    async documents() {
      const { documentColumns, documentRow } = await import('../render/documents/columns.ts');
      return tableOf(documentColumns, (part) => [documentRow(part)].filter((row) => row !== null));
    },
    async problems() {
      const { problemColumns, problemRows } = await import('../render/problems/columns.ts');
      return tableOf(problemColumns, problemRows);
    },
  };
}

/** A table whose columns and rows are known. */
function tableOf<R>(columns: readonly Column<R>[], rowsOf: (part: ReportPart) => Iterable<R>): Table<ReportPart> {
  return {
    head: (look) => headRow(columns, look),
    *rows(part: ReportPart, look: TableLook) {
      for (const row of rowsOf(part)) yield cellsRow(columns, row, look);
    },
  };
}
