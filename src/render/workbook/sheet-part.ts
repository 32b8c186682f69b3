/** One sheet of a workbook as a file of SpreadsheetML (ISO/IEC 29500-1, 18.3), written row by row. */
import { element, xmlText } from '../xml.ts';
import { Entry } from './archive.ts';
import type { Cell, CellLink, Look } from './cell.ts';
import { cellText, inlineString, looksLikeFormula } from './cell-text.ts';
import { heightOf, LINE } from './row-height.ts';
import { serialOf } from './serial.ts';
import { styleOf } from './styles.ts';

/** What a sheet of Excel holds at most ("Excel specifications and limits"). */
export const MOST_ROWS = 1_048_576;
const MOST_LINKS = 65_530;
const MOST_OF_LINK = 2_079;

/** What a sheet is besides its cells. */
export interface SheetShape {
  /** At most 31 characters, none of `: \ / ? * [ ]`. */
  readonly name: string;
  /** Of its columns, in characters. */
  readonly widths: readonly number[];
  /** How many rows above and columns at the left stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Whether the first row is the head of a table: with filters, and repeated on paper. */
  readonly isTable: boolean;
  /** Values to choose from, in all rows below the head, by the column's index. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
}

/** What a sheet could not hold. */
export interface Losses {
  /** Rows beyond what a sheet has room for. */
  rows: number;
  /** Texts that were longer than a cell. */
  cut: number;
  /** Links beyond what a sheet has room for; their texts are there. */
  links: number;
}

/** A sheet that is being written. */
export class SheetPart {
  readonly shape: SheetShape;
  /** Of its file, from 1, in the order in which sheets are begun. */
  readonly number: number;
  readonly entry: Entry;
  readonly losses: Losses = { rows: 0, cut: 0, links: 0 };
  readonly #links: string[] = [];
  readonly #relations: string[] = [];
  readonly #columns: readonly string[];
  #rows = 0;

  /** @param isOpen whether it is the one that is seen when the workbook is opened */
  constructor(shape: SheetShape, number: number, isOpen: boolean) {
    this.shape = shape;
    this.number = number;
    this.#columns = shape.widths.map((_, index) => columnName(index));
    this.entry = new Entry(`xl/worksheets/sheet${number}.xml`);
    this.entry.write(`${start(shape, isOpen)}<sheetData>`);
  }

  /** Rows written so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds a row below the others, unless the sheet is full. */
  add(cells: readonly (Cell | null)[]): void {
    if (this.#rows === MOST_ROWS) {
      this.losses.rows++;
      return;
    }
    const row = ++this.#rows;
    const height = heightOf(cells, this.shape);
    let written = '';
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (cell) written += this.#cell(cell, `${this.#columns[index] ?? columnName(index)}${row}`);
    }
    this.entry.write(`<row r="${row}"${height === LINE ? '' : ` ht="${height}"`}>${written}</row>`);
  }

  /** Writes what stands below the cells. @returns the links of the sheet to files beside it, as XML; null for none */
  end(): string | null {
    const { shape } = this;
    const range = rangeOf(this);
    this.entry.write('</sheetData>');
    if (shape.isTable) this.entry.write(element('autoFilter', { ref: range }));
    this.entry.write(validations(shape, this.#rows));
    if (this.#links.length > 0) this.entry.write(element('hyperlinks', {}, ...this.#links));
    this.entry.write(
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
        element('pageSetup', { paperSize: 9, orientation: shape.isTable ? 'landscape' : 'portrait', fitToHeight: 0 }) +
        '<headerFooter><oddFooter>&#38;L&#38;A&#38;R&#38;P / &#38;N</oddFooter></headerFooter>' +
        `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
    );
    if (this.#relations.length === 0) return null;
    return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${this.#relations.join('')}</Relationships>`;
  }

  #cell({ value, look, link }: Cell, ref: string): string {
    if (link !== undefined && link !== null) this.#link(link, ref);
    if (typeof value === 'number' && Number.isFinite(value))
      return `<c r="${ref}" s="${styleOf(look === 'day' ? 'plain' : look)}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${ref}" s="${styleOf(look)}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value !== 'string' || value === '')
      return look === 'remark' ? `<c r="${ref}" s="${styleOf(look)}"/>` : '';
    const serial = look === 'day' ? serialOf(value) : null;
    if (serial !== null) return `<c r="${ref}" s="${styleOf(look)}"><v>${serial}</v></c>`;
    const { text, isWhole } = cellText(value);
    if (!isWhole) this.losses.cut++;
    const style = styleOf(textLook(look), looksLikeFormula(text));
    return `<c r="${ref}" s="${style}" t="inlineStr">${inlineString(text)}</c>`;
  }

  #link(link: CellLink, ref: string): void {
    if (this.#links.length === MOST_LINKS) {
      this.losses.links++;
      return;
    }
    if (link.kind === 'sheet') {
      this.#links.push(element('hyperlink', { ref, location: `'${link.sheet.replaceAll("'", "''")}'!A1` }));
      return;
    }
    if (link.path.length + link.fragment.length >= MOST_OF_LINK) {
      this.losses.links++;
      return;
    }
    const id = `rId${this.#relations.length + 1}`;
    this.#links.push(element('hyperlink', { ref, 'r:id': id, location: link.fragment === '' ? null : link.fragment }));
    this.#relations.push(
      element('Relationship', {
        Id: id,
        Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
        Target: link.path,
        TargetMode: 'External',
      }),
    );
  }
}

/** Numbers and days look as such; text in their column as text. */
const textLook = (look: Look): Look => (look === 'day' || look === 'count' || look === 'share' ? 'wrapped' : look);

/** `A1:AI48`: all cells. */
export function rangeOf({ shape, rows }: Pick<SheetPart, 'shape' | 'rows'>): string {
  return `A1:${columnName(Math.max(shape.widths.length, 1) - 1)}${Math.max(rows, 1)}`;
}

/** `A`, `Z`, `AA`. @param index from 0 */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Wider tables would be too small to read on a page. */
const WIDEST_ON_PAPER = 200;

function start({ widths, frozen, isTable }: SheetShape, isOpen: boolean): string {
  const { rows, columns } = frozen;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const pane =
    rows + columns === 0
      ? ''
      : element('pane', {
          xSplit: columns || null,
          ySplit: rows || null,
          topLeftCell: `${columnName(columns)}${rows + 1}`,
          activePane: columns > 0 ? (rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft',
          state: 'frozen',
        });
  const cols = widths.map((each, index) =>
    element('col', { min: index + 1, max: index + 1, width: each, customWidth: 1 }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    width > WIDEST_ON_PAPER ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    element(
      'sheetViews',
      {},
      element(
        'sheetView',
        { showGridLines: isTable ? null : 0, tabSelected: isOpen ? 1 : null, workbookViewId: 0 },
        pane,
      ),
    ),
    '<sheetFormatPr defaultRowHeight="15"/>',
    cols.length === 0 ? '' : element('cols', {}, ...cols),
  ].join('');
}

/** Lists to choose from; a list of Excel holds 255 characters, and no commas in its values. */
function validations({ choices = new Map() }: SheetShape, rows: number): string {
  if (choices.size === 0 || rows < 2) return '';
  const each = [...choices].map(([index, values]) => {
    const column = columnName(index);
    return element(
      'dataValidation',
      {
        type: 'list',
        allowBlank: 1,
        showErrorMessage: 1,
        errorTitle: 'Not one of the choices',
        error: `Choose one of: ${values.join(', ')}; or leave it empty.`,
        sqref: `${column}2:${column}${rows}`,
      },
      element('formula1', {}, xmlText(`"${values.join(',')}"`)),
    );
  });
  return element('dataValidations', { count: each.length }, ...each);
}
