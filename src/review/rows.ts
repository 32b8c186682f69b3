/** The rows of review sheets as entries of a review file, and everything that is wrong with them. */
import type { MissedEntry, ReviewEntry, ReviewedDocument } from '../model/review.ts';
import { nearest } from '../words/nearest.ts';
import { readMissedRow } from './missed-row.ts';
import { type Columns, columnsOf, type Sheet, type SheetFault, type SheetRow } from './sheet.ts';
import { CORRECTED, faultAt, readVerdictRow } from './verdict-row.ts';

/** What sheets say of one document. */
export interface SheetDocument {
  readonly document: string;
  readonly sha256: string | null;
  readonly verdicts: readonly ReviewEntry[];
  readonly missed: readonly MissedEntry[];
}

/** A file of sheets, read. Where there are faults, nothing of it is to be used. */
export interface ReadSheets {
  readonly documents: readonly SheetDocument[];
  /** Rows without a verdict. */
  readonly open: number;
  readonly faults: readonly SheetFault[];
}

const NEEDED = ['id', 'quote', 'verdict'] as const;
const MISSED = /^missed/i;

/**
 * Reads the sheets of a workbook, or the one table of a text file. Sheets without these columns are somebody's own and are
 * passed over, but that called Missed. Linear in the cells.
 * @param recorded what the review file says already
 */
export function readSheets(sheets: readonly Sheet[], recorded: readonly ReviewedDocument[] = []): ReadSheets {
  const corrected = new Set(
    recorded.flatMap(({ verdicts = [] }) =>
      verdicts.flatMap(({ id, verdict }) => (verdict === 'edit' && id !== undefined ? [id] : [])),
    ),
  );
  const faults: SheetFault[] = [];
  const documents = new Documents();
  const tables = sheets.flatMap((sheet) => columnsOf(sheet, NEEDED) ?? []);
  if (tables.length === 0) faults.push(noTable(sheets));
  let open = 0;
  const added: (readonly [Columns, SheetRow])[] = [];
  for (const columns of tables) {
    faults.push(...withoutFound(columns));
    for (const row of columns.rows) {
      const id = columns.text(row, 'id');
      if (id === null) {
        added.push([columns, row]);
        continue;
      }
      documents.meet(columns.text(row, 'document'), columns.text(row, 'document_sha256'));
      const read = readVerdictRow(columns, row, id, corrected);
      if (read.kind === 'open') open++;
      else if (read.kind === 'fault') faults.push(read.fault);
      else if (read.kind === 'entry') faults.push(...documents.addVerdict(read, columns, row));
    }
  }
  for (const sheet of sheets) {
    const columns = MISSED.test(sheet.name) ? columnsOf(sheet, ['quote']) : null;
    if (columns !== null) added.push(...columns.rows.map((row) => [columns, row] as const));
  }
  for (const [columns, row] of added) {
    const read = readMissedRow(columns, row);
    if (read.kind === 'fault') faults.push(read.fault);
    else if (read.kind === 'entry') faults.push(...documents.addMissed(read, columns, row));
  }
  return { documents: documents.all, open, faults };
}

interface Filling extends SheetDocument {
  readonly verdicts: ReviewEntry[];
  readonly missed: MissedEntry[];
}

/** Entries by document, as rows are read. */
class Documents {
  readonly #byKey = new Map<string, Filling>();
  /** By document and id the first row with a verdict on it. */
  readonly #judged = new Map<string, { readonly place: string; readonly entry: ReviewEntry }>();

  /** Those that something is said of. */
  get all(): readonly SheetDocument[] {
    return [...this.#byKey.values()].filter(({ verdicts, missed }) => verdicts.length + missed.length > 0);
  }

  /** A row is about this document, whatever it says. */
  meet(document: string | null, sha256: string | null): void {
    if (document !== null) this.#of(document, sha256);
  }

  /** @returns a fault where another row says otherwise of the same */
  addVerdict({ document, sha256, entry }: Read<ReviewEntry>, columns: Columns, row: SheetRow): readonly SheetFault[] {
    const key = JSON.stringify([document, sha256, entry.id]);
    const known = this.#judged.get(key);
    if (known === undefined) {
      this.#judged.set(key, { place: columns.place(row, 'id'), entry });
      this.#of(document ?? '', sha256).verdicts.push(entry);
      return [];
    }
    if (JSON.stringify(known.entry) === JSON.stringify(entry)) return [];
    const message = `${entry.id} has another verdict at ${known.place}. Keep one of the two rows.`;
    return [faultAt(columns, row, 'id', message).fault];
  }

  /** Where there is one document only, people need not name it. @returns a fault where it is not known which is meant */
  addMissed({ document, entry }: Read<MissedEntry>, columns: Columns, row: SheetRow): readonly SheetFault[] {
    const known = [...this.#byKey.values()].filter((its) => document === null || its.document === document);
    const [one, ...others] = known;
    if (document === null && (one === undefined || others.length > 0))
      return [faultAt(columns, row, 'document', 'of which document? Write its name.').fault];
    this.#of(document ?? one?.document ?? '', others.length === 0 ? (one?.sha256 ?? null) : null).missed.push(entry);
    return [];
  }

  #of(document: string, sha256: string | null): Filling {
    const key = JSON.stringify([document, sha256]);
    const its = this.#byKey.get(key) ?? { document, sha256, verdicts: [], missed: [] };
    this.#byKey.set(key, its);
    return its;
  }
}

/** What a row says of a document. */
interface Read<Entry> {
  readonly document: string | null;
  readonly sha256: string | null;
  readonly entry: Entry;
}

/**
 * Columns that people may edit, without those that say what stood there. The table of an analysis has none of these: there
 * people give verdicts and notes, and correct nothing.
 */
function withoutFound(columns: Columns): readonly SheetFault[] {
  if (CORRECTED.every((name) => !columns.has(`found_${name}`))) return [];
  return CORRECTED.flatMap((name) => {
    if (!columns.has(name) || columns.has(`found_${name}`)) return [];
    const message = `the column 'found_${name}' is missing, so nobody can tell what of '${name}' was edited. Put it back, or export anew.`;
    return [faultAt(columns, { number: columns.head }, name, message).fault];
  });
}

/** No sheet is one of a review; where one head was renamed, which. */
function noTable(sheets: readonly Sheet[]): SheetFault {
  for (const sheet of sheets)
    for (const name of NEEDED) {
      const others = NEEDED.filter((one) => one !== name);
      const columns = columnsOf(sheet, others);
      if (columns === null) continue;
      const near = nearest(name, columns.names);
      const meant = near === null ? '' : ` Is it the one called '${near}'?`;
      const message = `the column '${name}' is missing.${meant} Columns are known by their heads: put it back.`;
      return { place: columns.place({ number: columns.head }, others[0] ?? ''), message };
    }
  const names = sheets.map(({ name }) => name).filter((name) => name !== '');
  const some = names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
  const where = names.length === 0 ? 'it' : `any of its sheets (${some})`;
  const message = `the columns id, quote and verdict of a review are not in ${where}. Make one:  pmed review export report.pdf -o review.xlsx`;
  return { place: '', message };
}
