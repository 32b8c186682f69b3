/** A row of a review sheet that is about something pmed found: the verdict on it. */
import type { ReviewEntry } from '../model/review.ts';
import type { Columns, SheetFault, SheetRow } from './sheet.ts';
import { byOf, verdictOf } from './typed.ts';

/** What a row says. */
export type RowRead<Entry> =
  | { readonly kind: 'entry'; readonly document: string | null; readonly sha256: string | null; readonly entry: Entry }
  | { readonly kind: 'open' }
  /** It repeats what the review file says already, of which a sheet without cells to correct knows no more. */
  | { readonly kind: 'standing' }
  | { readonly kind: 'fault'; readonly fault: SheetFault };

/** What people correct, by the columns; what was found stands in those with `found_` before. */
export const CORRECTED = ['who', 'what', 'by'] as const;
type Corrections = Pick<ReviewEntry, (typeof CORRECTED)[number]>;

const ID = /^c-[0-9a-z]{8}(?:#\d{1,6})?$/;
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * @param id what stands in the column of that name
 * @param corrected ids of commitments that the review file corrects
 */
export function readVerdictRow(
  columns: Columns,
  row: SheetRow,
  id: string,
  corrected: ReadonlySet<string>,
): RowRead<ReviewEntry> {
  const text = (name: string) => columns.text(row, name);
  const fault = (column: string, message: string) => faultAt(columns, row, column, message);
  const [quote, document, sha256, note] = ['quote', 'document', 'document_sha256', 'note'].map(text);
  if (!ID.test(id))
    return fault('id', `'${id.slice(0, 40)}' is no id of a commitment. Put back what stood there, or export anew.`);
  if (!quote) return fault('quote', 'the quote is gone, by which the verdict is known. Put it back, or export anew.');
  if (!document) return fault('document', 'the name of the document is gone. Put it back, or export anew.');
  if (sha256 && !SHA256.test(sha256))
    return fault('document_sha256', 'this is no sha256. Put back what stood there, or export anew.');
  const typed = verdictOf(columns.cell(row, 'verdict'));
  if ('fault' in typed) return fault('verdict', typed.fault);
  const verdict = typed.value;
  if (verdict === 'missed')
    return fault('verdict', "pmed has found this, so it is not 'missed'. Choose keep, edit or not a commitment.");
  const found = { who: text('found_who') ?? null, what: text('found_what') ?? null, by: text('found_by') ?? null };
  const corrections = correctionsOf(columns, row, found);
  if ('kind' in corrections) return corrections;
  const [first] = Object.keys(corrections);
  if (verdict === null && first === undefined)
    return note
      ? fault('note', 'a note without a verdict. Choose one: keep, not a commitment or edit.')
      : { kind: 'open' };
  if (verdict === 'not-a-commitment' && first !== undefined)
    return fault(first, `'${first}' was edited, and the verdict is 'not a commitment'. Choose edit, or put it back.`);
  if (verdict === 'edit' && !columns.has('found_who'))
    return corrected.has(id)
      ? { kind: 'standing' }
      : fault(
          'verdict',
          'this sheet has no cells to correct. Make one that has:  pmed review export report.pdf -o review.xlsx',
        );
  if (verdict === 'edit' && first === undefined)
    return fault('verdict', 'the verdict is edit, and nothing was edited. Correct who, what or by, or choose keep.');
  const [place, reviewer] = [text('place'), text('reviewer')];
  return {
    kind: 'entry',
    document,
    sha256: sha256 ?? null,
    entry: {
      id,
      quote,
      ...(place === null ? {} : { place }),
      // The table of an analysis says nothing of what was found: from it nobody can tell later what was right.
      ...(CORRECTED.every((name) => columns.has(`found_${name}`)) ? { found } : {}),
      // What is corrected is a commitment, whatever was chosen beside it.
      verdict: first === undefined ? (verdict ?? 'keep') : 'edit',
      ...corrections,
      ...(note ? { note } : {}),
      ...(reviewer === null ? {} : { reviewer }),
    },
  };
}

/** What of who, what and by is no longer as it was found. */
function correctionsOf(
  columns: Columns,
  row: SheetRow,
  found: Readonly<Record<(typeof CORRECTED)[number], string | null>>,
): Corrections | Extract<RowRead<never>, { kind: 'fault' }> {
  const isEdited = (name: (typeof CORRECTED)[number]): boolean =>
    columns.has(name) && columns.has(`found_${name}`) && columns.text(row, name) !== found[name];
  const corrections: Corrections = {};
  if (isEdited('who')) corrections.who = columns.text(row, 'who');
  if (isEdited('what')) {
    const what = columns.text(row, 'what');
    if (what === null)
      return faultAt(columns, row, 'what', 'what is to be done is gone. Write it, or choose not a commitment.');
    corrections.what = what;
  }
  if (isEdited('by')) {
    const by = byOf(columns.cell(row, 'by'));
    if ('fault' in by) return faultAt(columns, row, 'by', by.fault);
    if (by.value !== found.by) corrections.by = by.value;
  }
  return corrections;
}

export const faultAt = (
  columns: Columns,
  row: Pick<SheetRow, 'number'>,
  column: string,
  message: string,
): Extract<RowRead<never>, { kind: 'fault' }> => ({
  kind: 'fault',
  fault: { place: columns.place(row, column), message },
});
