/** Reads the sheets of an .xlsx workbook, within limits. */
import { zipSync } from 'fflate';
import { streamXlsxRows } from 'hucre/xlsx';
import { PmedError } from '../../model/fault.ts';
import { Archive } from '../../read/packed/archive.ts';
import type { Sheet, SheetCell, SheetRow } from '../../review/sheet.ts';
import { refusal } from '../accept/faults.ts';

/** Bytes of all that is read of a workbook, unpacked: some 100,000 rows. */
const MOST_BYTES = 150_000_000;
/** Rows of a sheet with something in them: more than anyone will judge, and as many as are read in a second. */
const MOST_ROWS = 50_000;
const MOST_SHEETS = 50;
/** Columns that are looked at; a review has fewer than thirty. */
const MOST_COLUMNS = 200;

/** What of a workbook holds cells; pictures, macros and links to other files are not even unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]*\.(?:xml|rels)|xl\/\w*sheets\/(?:_rels\/)?[^/]*)$/i;
const NO_PARTS = /^xl\/(?:vbaProject|metadata|connections|calcChain)/i;

/**
 * The sheets of a workbook in their order, each with the rows that have something in them.
 * @param path as the user typed it
 * @throws PmedError PMED-C301 (exit 2) for what is no workbook, is damaged, or is too big
 */
export async function readWorkbook(bytes: Uint8Array, path: string): Promise<readonly Sheet[]> {
  try {
    const parts = await unpacked(bytes, path);
    const workbook = parts['xl/workbook.xml'];
    if (workbook === undefined)
      throw refusal(
        `${path} is an archive, but no workbook of the .xlsx form.`,
        'Save it as .xlsx or .csv, and import that.',
      );
    const cleared = Object.entries(parts).map(([part, content]) => [
      part,
      SHEETS.test(part) ? withoutEmptyRows(content, part, path) : content,
    ]);
    // Packed again without compression: what is read has no more bytes than were counted.
    const plain = zipSync(Object.fromEntries(cleared), { level: 0, mtime: '1980-01-01' });
    const names = sheetNames(workbook, path);
    const sheets: Sheet[] = [];
    for (const [index, name] of names.entries()) sheets.push({ name, rows: await rowsOf(plain, index) });
    return sheets;
  } catch (error) {
    if (error instanceof PmedError) throw error;
    throw damaged(path, error);
  }
}

/** @throws PmedError where a part holds more than it says, or all of them too much; then it is not unpacked to its end */
async function unpacked(bytes: Uint8Array, path: string): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  try {
    const archive = await Archive.open(bytes, MOST_BYTES);
    for (const name of archive.names()) {
      if (!PARTS.test(name) || NO_PARTS.test(name)) continue;
      const content = await archive.bytes(name);
      if (content === null) continue;
      total += content.length;
      if (total > MOST_BYTES) throw tooBig(path);
      parts[name] = content;
    }
  } catch (error) {
    if (error instanceof PmedError && error.code === 'PMED-I103') throw tooBig(path, error);
    throw error instanceof PmedError && error.code !== 'PMED-C301' ? damaged(path, error) : error;
  }
  return parts;
}

const tooBig = (path: string, cause?: unknown): PmedError =>
  refusal(
    `${path} is too big once it is unpacked: pmed reads up to ${MOST_BYTES / 1_000_000} MB.`,
    'Delete the empty rows under the table and save it again, or export fewer documents.',
    cause,
  );

const damaged = (path: string, cause: unknown): PmedError =>
  refusal(
    `${path} is damaged, or no workbook: it cannot be read.`,
    'Open it in a spreadsheet program and save it again as .xlsx.',
    cause,
  );

const SHEETS = /^xl\/\w*sheets\/[^/]*\.xml$/i;
const EMPTY_CELL = /<c\s[^<>]*\/>/g;
const EMPTY_ROW = /<row\s[^<>]*(?:\/>|>\s*<\/row>)/g;
const NUMBERED = /\sr="/;

/** A sheet that somebody has coloured to its end has a million rows with nothing in them. */
function withoutEmptyRows(content: Uint8Array, part: string, path: string): Uint8Array {
  // Rows and cells without a number of their own are counted by those before them.
  const dropped = (tag: string): string => (NUMBERED.test(tag) ? '' : tag);
  const xml = new TextDecoder('utf-8').decode(content).replace(EMPTY_CELL, dropped).replace(EMPTY_ROW, dropped);
  let rows = 0;
  for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) rows++;
  if (rows > MOST_ROWS)
    throw refusal(
      `${path} has a sheet of more than ${MOST_ROWS} rows (${part}).`,
      'Export fewer documents at a time, or delete the sheet where it is not of the review.',
    );
  return new TextEncoder().encode(xml);
}

const SHEET = /<(?:\w+:)?sheet\s([^<>]*)>/g;
const NAME = /(?:^|\s)name=(?:"([^"]*)"|'([^']*)')/;

/** In the order of the tabs; hidden ones too. */
function sheetNames(workbook: Uint8Array, path: string): readonly string[] {
  const xml = new TextDecoder('utf-8').decode(workbook);
  const names = [...xml.matchAll(SHEET)].flatMap(([, attributes = '']) => {
    const [, double, single] = NAME.exec(attributes) ?? [];
    const name = double ?? single;
    return name === undefined || name === '' ? [] : unescaped(name);
  });
  if (names.length > MOST_SHEETS)
    throw refusal(
      `${path} has ${names.length} sheets; pmed reads up to ${MOST_SHEETS}.`,
      'Delete those that are not of the review.',
    );
  return names;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The entities that XML has of itself, and characters by their numbers (XML 1.0, 4.1 and 4.6). */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

async function rowsOf(workbook: Uint8Array, sheet: number): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const { index, values } of streamXlsxRows(workbook, { sheet })) {
    const cells = values.slice(0, MOST_COLUMNS).map(cellOf);
    if (cells.every((cell) => cell === null || cell === '')) continue;
    rows.push({ number: index + 1, cells });
  }
  return rows;
}

/** A date by its day in the calendar of the sheet: the hours of a date that was typed are none of anyone's. */
function cellOf(value: unknown): SheetCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
