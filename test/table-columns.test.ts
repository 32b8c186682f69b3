/** The tables that csv, tsv and workbooks have in common: columns as published, a row a record. */
import { describe, expect, test } from 'vitest';
import { documentColumns, documentRow } from '../src/render/documents/columns.ts';
import { problemColumns, problemRows } from '../src/render/problems/columns.ts';
import { statementColumns, statementRows } from '../src/render/statements/columns.ts';
import { partOf } from './dated.ts';
import { reportOf } from './reports.ts';

const report = reportOf([
  { quote: 'We will open a clinic in Leeds.' },
  { quote: 'Waiting times need to fall.', statement: 'need', section: 'Waits' },
]);

describe('the tables of a report', () => {
  test('have what is said but not undertaken, under its heading', () => {
    const [row, ...others] = statementRows(partOf(report));
    expect(others).toEqual([]);
    const cells = Object.fromEntries(statementColumns.map(([name, cell]) => [name, row && cell(row)]));
    expect(cells).toMatchObject({ kind: 'need', quote: 'Waiting times need to fall.', section: 'Waits', line: 2 });
  });

  test('count what a document says by strength', () => {
    const row = documentRow(partOf(report));
    const cells = Object.fromEntries(documentColumns.map(([name, cell]) => [name, row && cell(row)]));
    expect(cells).toMatchObject({ commitments: 1, firm: 1, wished: 0, statements: 1 });
  });

  test('say of a problem where it is, also of what could not be opened', () => {
    const its = { code: 'PMED-I101', level: 'error', documentId: null, page: null, message: 'no', hint: null } as const;
    const [row] = problemRows({ document: null, diagnostics: [its] });
    expect(problemColumns.map(([, cell]) => row && cell(row))).toEqual([
      'error',
      'PMED-I101',
      undefined,
      null,
      'no',
      null,
    ]);
  });
});
