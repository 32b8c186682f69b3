/** Reads the sheets of an .xlsx workbook, within limits. */
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { PmedError } from '../../model/fault.ts';
import type { Sheet, SheetCell, SheetRow } from '../../review/sheet.ts';
import { refusal } from '../accept/faults.ts';

/** Bytes of all that is read of a workbook, unpacked: some 100,000 rows. */
const MOST_BYTES = 150_000_000;
/** Rows with something in them. */
const MOST_ROWS = 200_000;
const MOST_SHEETS = 50;
/** Columns that are looked at; a review has fewer than thirty. */
const MOST_COLUMNS = 200;

/** What of a workbook holds cells; pictures, macros and links to other files are not even unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]*\.(?:xml|rels)|xl\/worksheets\/(?:_rels\/)?[^/]*)$/i;
const NO_PARTS = /^xl\/(?:vbaProject|metadata|connections|calcChain)/i;

/**
 * The sheets of a workbook in their order, each with the rows that have something in them.
 * @param path as the user typed it
 * @throws PmedError PMED-C301 (exit 2) for what is no workbook, is damaged, or is too big
 */
export async function readWorkbook(bytes: Uint8Array, path: string): Promise<readonly Sheet[]> {
  try {
    const parts = unpacked(bytes, path);
    if (parts['xl/workbook.xml'] === undefined)
      throw refusal(
        `${path} is an archive, but no workbook of the .xlsx form.`,
        'Save it as .xlsx or .csv, and import that.',
      );
    // Packed again without compression: what is read has no more bytes than were counted.
    const plain = zipSync(parts, { level: 0, mtime: '1980-01-01' });
    const names = await sheetNames(plain, path);
    const sheets: Sheet[] = [];
    for (const [index, name] of names.entries()) sheets.push({ name, rows: await rowsOf(plain, index, name, path) });
    return sheets;
  } catch (error) {
    if (error instanceof PmedError) throw error;
    throw refusal(
      `${path} is damaged, or no workbook: it cannot be read.`,
      'Open it in a spreadsheet program and save it again as .xlsx.',
      error,
    );
  }
}

function unpacked(bytes: Uint8Array, path: string): Unzipped {
  let total = 0;
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!PARTS.test(name) || NO_PARTS.test(name)) return false;
      total += originalSize;
      if (total > MOST_BYTES)
        throw refusal(
          `${path} is larger than ${MOST_BYTES / 1_000_000} MB once it is unpacked.`,
          'Delete the empty rows under the table and save it again, or export fewer documents.',
        );
      return true;
    },
  });
}

/** In the order of the tabs; hidden ones too. */
async function sheetNames(workbook: Uint8Array, path: string): Promise<readonly string[]> {
  const names: string[] = [];
  await readXlsx(workbook, {
    sheets({ name }) {
      names.push(name);
      return false;
    },
  });
  if (names.length > MOST_SHEETS)
    throw refusal(
      `${path} has ${names.length} sheets; pmed reads up to ${MOST_SHEETS}.`,
      'Delete those that are not of the review.',
    );
  return names;
}

async function rowsOf(workbook: Uint8Array, sheet: number, name: string, path: string): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const { index, values } of streamXlsxRows(workbook, { sheet })) {
    const cells = values.slice(0, MOST_COLUMNS).map(cellOf);
    if (cells.every((cell) => cell === null || cell === '')) continue;
    rows.push({ number: index + 1, cells });
    if (rows.length > MOST_ROWS)
      throw refusal(
        `${path}: the sheet '${name}' has more than ${MOST_ROWS} rows.`,
        'Export fewer documents at a time.',
      );
  }
  return rows;
}

/** A date by its day in the calendar of the sheet: the hours of a date that was typed are none of anyone's. */
function cellOf(value: unknown): SheetCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
