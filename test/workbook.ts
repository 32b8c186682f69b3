/** Workbooks read back by a library that had no part in writing them, and their files one by one. */
import { strFromU8, unzipSync } from 'fflate';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';

/** The sheets of a workbook by name, in the order of their tabs. */
export async function sheetsOf(bytes: Uint8Array): Promise<Map<string, Sheet>> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

/** The rows of a table below its head, as records by the names of columns; empty cells are null. */
export function recordsOf(sheet: Sheet | undefined): Record<string, CellValue>[] {
  const [head = [], ...rows] = sheet?.rows ?? [];
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])));
}

/** The files in an archive, as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** Pieces as one. */
export const joined = (pieces: Iterable<Uint8Array>): Uint8Array => Buffer.concat([...pieces]);
