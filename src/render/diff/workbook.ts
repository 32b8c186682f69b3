/** A comparison as a workbook: a row for each kind of a change, with the words of both versions. */
import { CHANGE_GROUPS, groupOf } from '../../model/change-groups.ts';
import type { Diff } from '../../model/diff.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Column } from '../columns.ts';
import { readableDate } from '../dates.ts';
import { type DocumentRow, documentColumns } from '../documents/columns.ts';
import { capital } from '../html/capital.ts';
import { contentsRows } from '../workbook/contents.ts';
import { DocumentLinks } from '../workbook/document-links.ts';
import { cell, factRow, headingRows, type NotesRow, titleRow } from '../workbook/notes-sheet.ts';
import { outcomeWords } from '../workbook/outcome-words.ts';
import { type ResultSettings, ResultWorkbook } from '../workbook/result-workbook.ts';
import type { SheetPart } from '../workbook/sheet-part.ts';
import { sheetColumns } from '../workbook/table-sheet.ts';
import { type ChangeRow, changeColumns, changeRows } from './columns.ts';
import { titleOf } from './html/head.ts';
import type { DiffOptions } from './options.ts';

/** What decides what the workbook holds. */
export interface DiffWorkbookSettings extends ResultSettings {
  readonly options: DiffOptions;
  readonly verdict: Verdict | null;
  /** Labels of themes by id. */
  readonly themes: ReadonlyMap<string, string>;
  /** Paths of both versions, as typed. */
  readonly typed: readonly [old: string, now: string];
}

type ThemeChange = Diff['themeChanges'][number];

interface AcceptedRow extends ChangeRow {
  readonly accepted: Diff['suppressed'][number];
}

const acceptedColumns: readonly Column<AcceptedRow>[] = [
  ['accepted_by', ({ accepted }) => accepted.by],
  ['reason', ({ accepted }) => accepted.reason],
  ['until', ({ accepted }) => accepted.until],
  ...changeColumns.filter(([name]) => name !== 'note'),
];

const themeColumns = (labels: ReadonlyMap<string, string>): readonly Column<ThemeChange>[] => [
  ['theme', ({ id }) => id],
  ['label', ({ id }) => labels.get(id)],
  ['old_share', ({ before }) => before],
  ['new_share', ({ after }) => after],
  ['points', ({ before, after }) => Math.round((after - before) * 1000) / 10],
  ['significant', ({ significant }) => significant],
  ['kept', ({ aligned }) => aligned?.kept],
  ['gained', ({ aligned }) => aligned?.gained],
  ['lost', ({ aligned }) => aligned?.lost],
  ['added', ({ aligned }) => aligned?.added],
  ['removed', ({ aligned }) => aligned?.removed],
];

const COUNTED = new Set([
  'commitments',
  'distinct',
  'binding',
  'firm',
  'planned',
  'aimed',
  'wished',
  'checkable',
  'undated',
  'rejected',
  'statements',
  'themes',
]);

const versionColumns: readonly Column<DocumentRow & { readonly version: string }>[] = [
  ['version', ({ version }) => version],
  ...documentColumns.filter(([name]) => !COUNTED.has(name)),
];

/** The workbook, piece by piece. @param shown the changes that were asked for; counts are of all */
export function diffWorkbook(diff: Diff, shown: Diff, settings: DiffWorkbookSettings): Generator<Uint8Array> {
  const { documents, diagnostics, suppressed, themeChanges, dutyChanges } = diff;
  const [old, now] = documents;
  const { options, folderOf, themes, typed } = settings;
  const links = new DocumentLinks();
  for (const [index, document] of documents.entries()) links.add(document, folderOf(typed[index]));
  const pages = {
    old_page: { link: (row: ChangeRow) => links.page(old, row.old.evidence?.page ?? null) },
    new_page: { link: (row: ChangeRow) => links.page(now, row.now.evidence?.page ?? null) },
  };
  const workbook = new ResultWorkbook(settings);
  const changes = workbook.table({
    name: 'Changes',
    frozen: 3,
    columns: sheetColumns('Changes', changeColumns, pages),
  });
  for (const change of shown.changes) for (const row of changeRows(change, diff, options)) changes.add(row);
  if (dutyChanges.length > 0) {
    const columns = sheetColumns(
      'Duties',
      changeColumns.filter(([name]) => name !== 'of'),
      pages,
    );
    const duties = workbook.table({ name: 'Duties', frozen: 3, columns });
    for (const change of shown.dutyChanges) for (const row of changeRows(change, diff, options)) duties.add(row);
  }
  if (suppressed.length > 0) {
    const table = workbook.table({ name: 'Accepted', columns: sheetColumns('Accepted', acceptedColumns, pages) });
    for (const accepted of suppressed)
      for (const row of changeRows(accepted.change, diff, options)) table.add({ ...row, accepted });
  }
  const ofThemes = workbook.table({ name: 'Themes', frozen: 1, columns: sheetColumns('Themes', themeColumns(themes)) });
  for (const change of themeChanges) ofThemes.add(change);
  const ofDocuments = workbook.table({
    name: 'Documents',
    frozen: 2,
    columns: sheetColumns('Documents', versionColumns, { document: { link: ({ document }) => links.file(document) } }),
  });
  for (const [index, document] of documents.entries())
    ofDocuments.add({
      version: index === 0 ? 'old' : 'new',
      document,
      summary: null,
      statements: null,
      rejected: null,
      themes: null,
    });
  const problems = workbook.problems();
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const its of diagnostics) problems.add({ its, document: byId.get(its.documentId ?? '') ?? null });
  return workbook.bytes(problems, documents, {
    title: `What changed: ${titleOf(diff)}`,
    widths: [26, 14, 90],
    rows: (sheets) => summary(diff, settings, links, sheets),
  });
}

function summary(
  diff: Diff,
  { verdict, themes }: DiffWorkbookSettings,
  links: DocumentLinks,
  sheets: readonly SheetPart[],
): NotesRow[] {
  const { documents, changes, summary: counts, unchanged, suppressed, themeChanges, comparable } = diff;
  const told = themeChanges.filter(({ significant }) => significant);
  const groups = CHANGE_GROUPS.map(
    (group) => [group, changes.filter(({ kinds }) => groupOf(kinds) === group).length] as const,
  );
  return [
    titleRow(titleOf(diff)),
    [cell('What changed', 'label')],
    ...headingRows('Versions'),
    ...documents.map((document, index) =>
      factRow(
        index === 0 ? 'Old' : 'New',
        cell(document.date === null ? 'no date found' : readableDate(document.date.value)),
        document.title === null ? document.name : `${document.name}: ${document.title}`,
      ),
    ),
    ...documents.map((document, index) =>
      factRow(index === 0 ? 'Old file' : 'New file', cell(document.name, 'plain', links.file(document))),
    ),
    ...headingRows('Changes'),
    ...(comparable ? [] : [factRow('Not compared', cell('The sheet Problems says why.'))]),
    ...(verdict === null ? [] : [factRow('Verdict', cell(outcomeWords(verdict)))]),
    ...groups.map(([group, count]) => factRow(capital(group), cell(count, 'count'))),
    factRow('Unchanged', cell(unchanged, 'count')),
    ...(suppressed.length === 0 ? [] : [factRow('Accepted', cell(suppressed.length, 'count'), 'counted nowhere else')]),
    ...headingRows('By level'),
    factRow('Errors', cell(counts.error, 'count')),
    factRow('Warnings', cell(counts.warning, 'count')),
    factRow('Notes', cell(counts.note, 'count')),
    ...(told.length === 0 ? [] : headingRows('Themes that changed by more than chance')),
    ...told.map(({ id, before, after }) =>
      factRow(themes.get(id) ?? id, cell(after, 'share'), `was ${(before * 100).toFixed(1)}%`),
    ),
    ...contentsRows(sheets),
  ];
}
