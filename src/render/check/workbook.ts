/** Findings as a workbook: its tables are written as the documents come, its summary at the end. */
import type { Finding, Suppressed } from '../../model/findings.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { DocumentRecord } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Column } from '../columns.ts';
import { documentColumns } from '../documents/columns.ts';
import { capital } from '../html/capital.ts';
import { counted } from '../numbers.ts';
import { problemRows } from '../problems/columns.ts';
import { contentsRows } from '../workbook/contents.ts';
import { DocumentLinks } from '../workbook/document-links.ts';
import { cell, factRow, headingRows, type NotesRow, titleRow } from '../workbook/notes-sheet.ts';
import { outcomeWords } from '../workbook/outcome-words.ts';
import { type ResultSettings, ResultWorkbook } from '../workbook/result-workbook.ts';
import type { SheetPart } from '../workbook/sheet-part.ts';
import { sheetColumns } from '../workbook/table-sheet.ts';
import { type FindingRow, findingColumns, findingRows } from './columns.ts';
import type { RuleWords } from './html/rules.ts';

/** What decides what the workbook holds. */
export interface CheckWorkbookSettings extends ResultSettings {
  readonly rules: readonly RuleWords[];
  /** Asked when all parts have come. */
  readonly verdict: () => Verdict;
}

interface AcceptedRow extends FindingRow {
  readonly accepted: Suppressed;
}

const acceptedColumns: readonly Column<AcceptedRow>[] = [
  ['accepted_by', ({ accepted }) => accepted.by],
  ['reason', ({ accepted }) => accepted.reason],
  ['until', ({ accepted }) => accepted.until],
  ...findingColumns,
];

const ruleColumns: readonly Column<RuleWords & { readonly count: number }>[] = [
  ['rule', ({ id }) => id],
  ['findings', ({ count }) => count],
  ['meaning', ({ description }) => description],
  ['hint', ({ remedy }) => remedy],
];

const ABOUT_DOCUMENTS = new Set([
  ...['document', 'title', 'publisher', 'document_date', 'date_source', 'status', 'language', 'pages', 'words'],
  ...['text_coverage', 'media_type', 'bytes', 'sha256', 'document_id'],
]);
/** Columns of documents that say what they are, not what was found in them. */
const plainDocumentColumns = documentColumns.filter(([name]) => ABOUT_DOCUMENTS.has(name));

export class CheckWorkbook {
  readonly #settings: CheckWorkbookSettings;
  readonly #workbook: ResultWorkbook;
  readonly #links = new DocumentLinks();
  readonly #documents: DocumentRecord[] = [];
  readonly #counts = new Map<string, number>();
  readonly #levels = { error: 0, warning: 0, note: 0 };
  #accepted = 0;
  readonly #tables;

  constructor(settings: CheckWorkbookSettings) {
    this.#settings = settings;
    this.#workbook = new ResultWorkbook(settings);
    const links = this.#links;
    const page = {
      page: { link: ({ its, document }: FindingRow) => links.page(document, its.evidence.page) },
    };
    this.#tables = {
      findings: this.#workbook.table({
        name: 'Findings',
        frozen: 2,
        columns: sheetColumns('Findings', findingColumns, page),
      }),
      accepted: this.#workbook.table({ name: 'Accepted', columns: sheetColumns('Accepted', acceptedColumns, page) }),
      rules: this.#workbook.table({ name: 'Rules', columns: sheetColumns('Rules', ruleColumns) }),
      documents: this.#workbook.table({
        name: 'Documents',
        frozen: 1,
        columns: sheetColumns('Documents', plainDocumentColumns, {
          document: { link: ({ document }) => links.file(document) },
        }),
      }),
      problems: this.#workbook.problems(),
    };
  }

  /** @param path of the input as typed; null where there is none */
  add(part: FindingsPart, path: string | null): void {
    const { document, suppressed } = part;
    const { findings, accepted, documents, problems } = this.#tables;
    this.#links.add(document, this.#settings.folderOf(path ?? undefined));
    for (const row of findingRows(part)) {
      this.#count(row.its);
      findings.add(row);
    }
    this.#accepted += suppressed.length;
    for (const one of suppressed) {
      for (const row of findingRows({ ...part, findings: [one.finding] })) accepted.add({ ...row, accepted: one });
    }
    if (document !== null) {
      this.#documents.push(document);
      documents.add({ document, summary: null, statements: null, rejected: null, themes: null });
    }
    for (const row of problemRows(part)) problems.add(row);
  }

  /** Ends the workbook. */
  bytes(): Generator<Uint8Array> {
    const { rules } = this.#settings;
    for (const rule of rules) this.#tables.rules.add({ ...rule, count: this.#counts.get(rule.id) ?? 0 });
    const [only, ...others] = this.#documents;
    const title =
      only !== undefined && others.length === 0
        ? (only.title ?? only.name)
        : counted(this.#documents.length, 'document');
    return this.#workbook.bytes(this.#tables.problems, this.#documents, {
      title: `What to mend: ${title}`,
      widths: [26, 14, 90],
      rows: (sheets) => this.#summary(title, sheets),
    });
  }

  #count({ level, rule }: Finding): void {
    this.#levels[level]++;
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
  }

  #summary(title: string, sheets: readonly SheetPart[]): NotesRow[] {
    const { error, warning, note } = this.#levels;
    const words = new Map(this.#settings.rules.map(({ id, description }) => [id, description]));
    const rules = [...this.#counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
    return [
      titleRow(title),
      [cell('What to mend', 'label')],
      ...headingRows('Findings'),
      factRow('Verdict', cell(outcomeWords(this.#settings.verdict()))),
      factRow('Errors', cell(error, 'count')),
      factRow('Warnings', cell(warning, 'count')),
      ...(note === 0 ? [] : [factRow('Notes', cell(note, 'count'))]),
      ...(this.#accepted === 0 ? [] : [factRow('Accepted', cell(this.#accepted, 'count'), 'counted nowhere else')]),
      ...(rules.length === 0 ? [] : headingRows('By rule')),
      ...rules.map(([rule, count]) =>
        factRow(capital(rule.replaceAll('-', ' ')), cell(count, 'count'), words.get(rule) ?? null),
      ),
      ...contentsRows(sheets),
    ];
  }
}
