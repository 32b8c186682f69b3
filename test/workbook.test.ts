/** Workbooks: what goes into a cell comes out of it, nothing is computed, and the same result is the same file. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless } from '../src/render/harmless.ts';
import type { Cell } from '../src/render/workbook/cell.ts';
import { lookOf } from '../src/render/workbook/column-looks.ts';
import { DocumentLinks } from '../src/render/workbook/document-links.ts';
import { heightOf } from '../src/render/workbook/row-height.ts';
import { serialOf } from '../src/render/workbook/serial.ts';
import { SheetPart, type SheetShape } from '../src/render/workbook/sheet-part.ts';
import { Workbook } from '../src/render/workbook/workbook.ts';
import { reportOf } from './reports.ts';
import { joined, partsOf, sheetsOf } from './workbook.ts';
import { parsed } from './xml.ts';

const shape: SheetShape = { name: 'Table', widths: [20, 20], frozen: { rows: 1, columns: 1 }, isTable: true };
const text = (value: string): Cell => ({ value, look: 'wrapped' });

/** The workbook of some rows. */
function workbookOf(rows: readonly (readonly (Cell | null)[])[], its: SheetShape = shape): Uint8Array {
  const workbook = new Workbook();
  const sheet = workbook.sheet(its);
  for (const row of rows) sheet.add(row);
  return joined(workbook.bytes({ title: 'A plan', version: '0.0.0' }));
}

/** What cells hold when they are read back; what came last in a row and is empty is left out. */
async function readBack(rows: readonly (readonly (Cell | null)[])[]): Promise<unknown[][]> {
  return (await sheetsOf(workbookOf(rows))).get('Table')?.rows ?? [];
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    "'quoted",
    '_x0041_',
    '_x005F_x0041_',
    '_x0041_x0042_',
    '#REF!',
    '#N/A',
    'TRUE',
    '1e3',
    '2024-03-14',
    ' spaced ',
    'a  b',
    '<b>&amp;</b>',
    ']]>',
    '\ud800',
    '\ufffe',
    '\u0000\u0007',
    '\u202egnp.exe',
    'javascript:alert(1)',
    '007',
  ),
);
/** What a reader is shown of a text: XML holds no halves of pairs and no noncharacters. */
const shown = (value: string): string =>
  harmless(value).replace(/\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '\ufffd');

describe('a cell', () => {
  test('gives back the text that was put in, as text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          hostile.filter((value) => value !== ''),
          { minLength: 1, maxLength: 12 },
        ),
        async (values) => {
          const rows = await readBack(values.map((value) => [text('row'), text(value)]));
          expect(rows.map(([, value]) => value)).toEqual(values.map(shown));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is never a formula, an error or a number because of its text', async () => {
    const bytes = workbookOf([
      [text('=1+1'), text('#REF!')],
      [text('12'), text('TRUE')],
    ]);
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toContain('<f');
    expect([...sheet.matchAll(/ t="(\w+)"/g)].map(([, type]) => type)).toEqual(Array(4).fill('inlineStr'));
  });

  test('that begins like a formula stays text when it is edited', () => {
    const parts = partsOf(workbookOf([[text('=1+1'), text('plain')]]));
    const [formula = '', plain = ''] = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/ s="(\d+)"/g)].map(
      ([, style]) => style,
    );
    const styles = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*xfId[^>]*>/g)].map(([xf]) => xf);
    expect(styles[Number(formula)]).toContain('quotePrefix="1"');
    expect(styles[Number(plain)]).not.toContain('quotePrefix');
  });

  test('holds numbers and truths as such', async () => {
    const rows = await readBack([
      [
        { value: 0.25, look: 'share' },
        { value: true, look: 'plain' },
      ],
    ]);
    expect(rows).toEqual([[0.25, true]]);
  });

  test('is a date where the day is known, and text where it is not', async () => {
    const day = (value: string): Cell => ({ value, look: 'day' });
    const rows = await readBack([
      [day('2024-02-29'), day('2024-03')],
      [day('2024'), day('1848-05-01')],
      [day('2023-02-29'), { value: 12, look: 'day' }],
    ]);
    expect(rows).toEqual([
      [new Date(Date.UTC(2024, 1, 29)), '2024-03'],
      ['2024', '1848-05-01'],
      ['2023-02-29', 12],
    ]);
  });

  test('holds 32,767 characters, and the loss of more is known', async () => {
    const sheet = new SheetPart(shape, 1, true);
    sheet.add([text('x'.repeat(32_767)), text('y'.repeat(32_768))]);
    expect(sheet.losses).toEqual({ rows: 0, cut: 1, links: 0 });
    const [[whole, cut] = []] = await readBack([[text('x'.repeat(32_767)), text(`${'y'.repeat(32_764)}😀 and more`)]]);
    expect(whole).toHaveLength(32_767);
    expect(cut).toBe(`${'y'.repeat(32_764)} …`);
  });
});

describe('days', () => {
  test.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2024-03-14', 45_365],
    ['9999-12-31', 2_958_465],
    ['1900-02-28', null],
    ['2024-02-30', null],
    ['2024-03', null],
  ])('%s is %s', (day, serial) => {
    expect(serialOf(day)).toBe(serial);
  });
});

describe('links', () => {
  const documentCalled = (name: string) => {
    const [document] = reportOf([], { name, mediaType: 'application/pdf' }).documents;
    if (document === undefined) throw new Error('no document');
    return document;
  };

  test.each([
    ['a plan.pdf', 'a%20plan.pdf'],
    ['100%#1?.pdf', '100%25%231%3F.pdf'],
    ['Größe.pdf', 'Gr%C3%B6%C3%9Fe.pdf'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['//evil.example/x', '%2F%2Fevil.example%2Fx'],
    ['..\\..\\x.exe', '..%5C..%5Cx.exe'],
    ['\ud800.pdf', '%EF%BF%BD.pdf'],
  ])('to %j lead beside the workbook', async (name, target) => {
    const links = new DocumentLinks();
    const document = documentCalled(name);
    links.add(document, 'reports/2024/');
    const link = links.page(document, 14);
    const bytes = workbookOf([[{ value: 'there', look: 'link', link }]]);
    const parts = partsOf(bytes);
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain(
      `Target="reports/2024/${target.replaceAll('&', '&#38;').replaceAll("'", '&#39;')}" TargetMode="External"`,
    );
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<hyperlink ref="A1" r:id="rId1" location="page=14"/>');
  });

  test('are none to what is no file', () => {
    const links = new DocumentLinks();
    const document = documentCalled('a line of JSON');
    expect(links.file(document)).toBeNull();
  });

  test('are 65,530 a sheet at most; the text of others stays', () => {
    const sheet = new SheetPart(shape, 1, true);
    const link = { kind: 'file', path: 'a.pdf', fragment: 'page=1' } as const;
    for (let row = 0; row < 65_532; row++) sheet.add([{ value: 'a', look: 'link', link }]);
    expect(sheet.losses.links).toBe(2);
  });
});

describe('a sheet', () => {
  test('keeps its head in view, filters, and offers what may be chosen', async () => {
    const bytes = workbookOf(
      [
        [text('who'), text('verdict')],
        [text('a'), null],
        [text('b'), null],
      ],
      {
        ...shape,
        choices: new Map([[1, ['keep', 'edit', 'not a commitment']]]),
      },
    );
    const sheet = (await sheetsOf(bytes)).get('Table');
    expect(sheet?.freezePane).toEqual({ rows: 1, columns: 1 });
    expect(sheet?.autoFilter?.range).toBe('A1:B3');
    expect(sheet?.dataValidations).toMatchObject([
      { type: 'list', range: 'B2:B3', values: ['keep', 'edit', 'not a commitment'] },
    ]);
  });

  test('is as high as its texts need', () => {
    expect(heightOf([text('short')], shape)).toBe(15);
    expect(heightOf([text('word '.repeat(10))], shape)).toBe(45);
    expect(heightOf([text('長'.repeat(36))], shape)).toBe(60);
    expect(heightOf([text('word '.repeat(9_000))], shape)).toBeLessThanOrEqual(409);
  });

  test('says what each of its columns means', () => {
    expect(() => lookOf('nonsense', 'Table')).toThrow('nonsense');
    expect(lookOf('status', 'Documents').says).not.toBe(lookOf('status', 'Timeline').says);
  });
});

describe('the file', () => {
  const rows = [[text('a'), text('b')]];

  test('is the same bytes each time', () => {
    expect(workbookOf(rows)).toEqual(workbookOf(rows));
  });

  test('is an archive of well-formed XML that says who wrote it, and no time', () => {
    const parts = partsOf(workbookOf(rows));
    for (const xml of Object.values(parts)) parsed(xml.replace(/^<\?xml [^>]*\?>\n/, ''));
    expect(parts['docProps/app.xml']).toContain('<Application>pmed</Application>');
    expect(parts['docProps/core.xml']).not.toContain('dcterms');
  });
});
