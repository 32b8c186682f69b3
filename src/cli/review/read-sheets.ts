/** Reads the sheets of a workbook, or the table of a text file, that people have filled in. */
import { extname } from 'node:path';
import { decode } from '../../read/decode.ts';
import type { Sheet, SheetRow } from '../../review/sheet.ts';
import { bytesOf, refusal } from '../accept/faults.ts';

const KIND = {
  noun: 'review sheet',
  most: 50_000_000,
  hint: 'Make one:  pmed review export report.pdf -o review.xlsx',
};

/** Lines of a table of text, empty ones too: those of a cell that has several are few. */
const MOST_LINES = 1_000_000;

const SAVE_AS = 'Save it as .xlsx or .csv, and import that.';

/**
 * The sheets of a file, by what it is and not by its name: .xlsx as Excel, LibreOffice or pmed wrote it, else a table parted
 * by commas, semicolons or tabs.
 * @throws PmedError PMED-C301 (exit 2) for what is neither, and for what is damaged, encrypted or too big
 */
export async function readSheetFile(path: string): Promise<readonly Sheet[]> {
  const bytes = await bytesOf(path, KIND);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return (await import('./read-workbook.ts')).readWorkbook(bytes, path);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldWorkbook(bytes, path);
  if (bytes.length === 0) throw refusal(`${path} is empty.`, KIND.hint);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw refusal(
      `${path} is a PDF, and no review sheet.`,
      'Export one from it:  pmed review export report.pdf -o review.xlsx',
    );
  const { text } = decode(bytes);
  if (text.includes('\0')) throw refusal(`${path} is neither a workbook nor a table of text.`, SAVE_AS);
  if (hasMoreLines(text, MOST_LINES))
    throw refusal(
      `${path} has more than ${MOST_LINES} lines.`,
      'Delete the empty rows under the table and save it again, or export fewer documents.',
    );
  return [await tableOf(text)];
}

/** Whether there are more lines than `most`, however they end. */
function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (const _ of text.matchAll(/\r\n?|\n/g)) if (++lines > most) return true;
  return false;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** A container of Microsoft's before 2007: a workbook of that time, or one that a password locks. */
function oldWorkbook(bytes: Uint8Array, path: string) {
  const locked = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(locked))
    return refusal(
      `${path} is locked with a password.`,
      'Save it without one (File, Info, Protect Workbook, Encrypt), and import that.',
    );
  const kind = extname(path).toLowerCase() === '.xls' ? 'an old .xls workbook' : 'a workbook of an old form';
  return refusal(`${path} is ${kind}, which pmed does not read.`, SAVE_AS);
}

/** What `-o review.csv` puts before texts that a spreadsheet would compute. */
const GUARD = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

async function tableOf(text: string): Promise<Sheet> {
  const { parseCsv } = await import('./csv-rows.ts');
  const [head = ''] = text.split('\n', 1);
  const counts = [',', ';', '\t'].map((sign) => [head.split(sign).length, sign] as const);
  const [, delimiter = ','] = counts.reduce((most, one) => (one[0] > most[0] ? one : most));
  const rows = parseCsv(text, { delimiter }).map(
    (cells, index): SheetRow => ({
      number: index + 1,
      cells: cells.map((cell) => (typeof cell === 'string' ? cell.replace(GUARD, '') : null)),
    }),
  );
  return { name: '', rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')) };
}
