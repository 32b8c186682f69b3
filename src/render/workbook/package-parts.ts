/** The files of a workbook that hold no cells (ISO/IEC 29500-2, 29500-1 12 and 18.2). */
import { element, xmlText } from '../xml.ts';
import { rangeOf, type SheetPart } from './sheet-part.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** `[Content_Types].xml` */
export const contentTypes = (sheets: number): string =>
  HEAD +
  element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', `${TYPES}.sheet.main+xml`),
    override('/xl/styles.xml', `${TYPES}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ...numbers(sheets).map((number) => override(`/xl/worksheets/sheet${number}.xml`, `${TYPES}.worksheet+xml`)),
  );

const override = (path: string, type: string): string => element('Override', { PartName: path, ContentType: type });

/** `_rels/.rels` */
export const packageRelations: string =
  HEAD +
  relations([
    ['rId1', `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['rId3', `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
  ]);

/** `xl/_rels/workbook.xml.rels` */
export const workbookRelations = (sheets: number): string =>
  HEAD +
  relations([
    ...numbers(sheets).map(
      (number) => [`rId${number}`, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${number}.xml`] as const,
    ),
    [`rId${sheets + 1}`, `${OFFICE}/relationships/styles`, 'styles.xml'],
  ]);

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target }));
  return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...each);
}

/** `$A$1` of `A1`. */
const absolute = (cell: string): string => cell.replace(/^[A-Z]+/, (column) => `$${column}$`);

/** `xl/workbook.xml`: the sheets, their filters, and the rows that are repeated on paper. */
export function workbookXml(sheets: readonly SheetPart[]): string {
  const names = sheets.flatMap((sheet, index) => {
    if (!sheet.shape.isTable) return [];
    const quoted = `'${sheet.shape.name.replaceAll("'", "''")}'`;
    const name = (kind: string, range: string, hidden: number | null): string =>
      element('definedName', { name: `_xlnm.${kind}`, localSheetId: index, hidden }, xmlText(`${quoted}!${range}`));
    return [
      name('_FilterDatabase', rangeOf(sheet).split(':').map(absolute).join(':'), 1),
      name('Print_Titles', '$1:$1', null),
    ];
  });
  return (
    HEAD +
    element(
      'workbook',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': `${OFFICE}/relationships` },
      element(
        'bookViews',
        {},
        element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 17600 }),
      ),
      element(
        'sheets',
        {},
        ...sheets.map(({ shape, number }) =>
          element('sheet', { name: shape.name, sheetId: number, 'r:id': `rId${number}` }),
        ),
      ),
      names.length === 0 ? '' : element('definedNames', {}, ...names),
    )
  );
}

/** `docProps/core.xml`. It tells no time, so that the same result is the same file. */
export const coreProperties = (title: string, creator: string): string =>
  HEAD +
  element(
    'cp:coreProperties',
    { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:title', {}, xmlText(title)),
    element('dc:creator', {}, xmlText(creator)),
  );

/** `docProps/app.xml`: a program that saves the workbook again writes its own name there. */
export const appProperties: string =
  HEAD + element('Properties', { xmlns: `${OFFICE}/extended-properties` }, element('Application', {}, 'pmed'));

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
