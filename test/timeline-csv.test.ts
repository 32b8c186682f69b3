/** The timeline as a table: columns as published, cells that come back whole, nothing that a spreadsheet would compute. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/model/report.ts';
import { headRow, type TableLook, tableRow } from '../src/render/csv.ts';
import { timelineHead, timelineRows } from '../src/render/timeline/csv.ts';
import { planOf } from '../src/render/timeline/plan.ts';
import { dated, partOf } from './dated.ts';
import { parsedTable } from './table.ts';

const file: TableLook = { separator: ',', mark: true, guard: true };
const bareTable: TableLook = { separator: ',', mark: false, guard: false };
const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '-2', '+3', '@sum', '\tx', '"', 'a\nb', '\r\n', ',', 'x,"y"\n'),
);
const anyRows = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 2 }), { maxLength: 8 });

describe('rows', () => {
  test.each([',', '\t'] as const)('come back cell by cell, separated by %j', (separator) => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const text = rows.map((row) => tableRow(row, { ...bareTable, separator })).join('');
        expect(parsedTable(text, separator)).toEqual(rows);
      }),
    );
  });

  test('of files hold no formulas, and lose nothing but that', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const read = parsedTable(rows.map((row) => tableRow(row, file)).join(''), ',');
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=＝+＋\-－@＠\t\r]/);
        expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=[=＝+＋\-－@＠\t\r])/, '')))).toEqual(rows);
      }),
    );
  });

  test('of files begin with a byte order mark, those on stdout do not', () => {
    expect(headRow([], file)).toBe('\ufeff\n');
    expect(headRow([], bareTable)).toBe('\n');
  });
});

function tableOf(report: Report, asOf: string | null = null): string {
  const table = { ...bareTable, judged: asOf !== null };
  const part = partOf(report);
  return timelineHead(table) + [...timelineRows(part, planOf(part, { from: null, to: null, asOf }), table)].join('');
}

describe('the table of a timeline', () => {
  test('has one row a time, in the order of time, dates as ISO days', () => {
    const report = dated([
      { text: 'in due course', role: 'vague', quote: 'We will report in due course.' },
      {
        text: 'March 2028',
        end: '2028-03-31',
        precision: 'month',
        role: 'deadline',
        quote: 'We will open by March 2028.',
        due: 'open',
      },
      {
        text: '2027',
        start: '2027-01-01',
        end: '2027-12-31',
        precision: 'year',
        role: 'point',
        quote: '"Soon", in 2027, one = two.',
      },
    ]);
    expect(tableOf(report)).toBe(
      [
        'id,ref,document,title,document_date,text,type,value,start,end,precision,role,relation,calendar,recurrence,vagueness,anchor_kind,anchor,resolved,commitments,statements,quote,page,page_label,section,line,cite',
        't-3,T3,plan.md,Plan for Fernhollow,2025-03-01,2027,DATE,2027,2027-01-01,2027-12-31,year,point,,gregorian,,,,,true,,,"""Soon"", in 2027, one = two.",,,Plan,3,Fernhollow Council (2025)',
        't-2,T2,plan.md,Plan for Fernhollow,2025-03-01,March 2028,DATE,March 2028,,2028-03-31,month,deadline,,gregorian,,,,,true,C1,,We will open by March 2028.,,,Plan,2,Fernhollow Council (2025)',
        't-1,T1,plan.md,Plan for Fernhollow,2025-03-01,in due course,DATE,in due course,,,,vague,,gregorian,,,,,false,,,We will report in due course.,,,Plan,1,Fernhollow Council (2025)',
        '',
      ].join('\n'),
    );
  });

  test('says what has passed only when a day to judge by is given', () => {
    const report = dated([{ text: '2027', end: '2027-12-31', role: 'deadline', quote: 'Done by 2027.' }]);
    expect(parsedTable(tableOf(report), ',')[0]).not.toContain('status');
    for (const [day, status] of [
      ['2027-12-31', 'due'],
      ['2028-01-01', 'passed'],
    ] as const) {
      const [names = [], cells = []] = parsedTable(tableOf(report, day), ',');
      expect(cells[names.indexOf('status')]).toBe(status);
    }
  });

  test('has no characters that would move a cursor', () => {
    const report = dated([{ text: 'by \u001b[31m2027\u202e', role: 'point', quote: 'a\u0000b\u0007' }]);
    expect(tableOf(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
