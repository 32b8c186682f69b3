/** A row of a review sheet that somebody added: a commitment that pmed did not find. */
import type { MissedEntry } from '../model/review.ts';
import type { Columns, SheetRow } from './sheet.ts';
import { byOf, verdictOf } from './typed.ts';
import { faultAt, type RowRead } from './verdict-row.ts';

/** @returns `open` for an empty row */
export function readMissedRow(columns: Columns, row: SheetRow): RowRead<MissedEntry> {
  const text = (name: string) => columns.text(row, name);
  const fault = (column: string, message: string) => faultAt(columns, row, column, message);
  const [quote, who, what, note, reviewer] = [text('quote'), text('who'), text('what'), text('note'), text('reviewer')];
  const page = text('page') ?? text('place');
  const typed = verdictOf(columns.cell(row, 'verdict'));
  const isJudged = 'fault' in typed || (typed.value !== null && typed.value !== 'missed');
  if ([quote, page, who, what, note, reviewer, text('by')].every((its) => its === null))
    return isJudged
      ? fault('id', 'a verdict on nothing: the id of this row is gone. Put it back, or empty the row.')
      : { kind: 'open' };
  if (quote === null)
    return fault(
      'quote',
      'a missed commitment needs its quote. Copy it from the document, word for word, or empty the row.',
    );
  if (isJudged)
    return fault('id', 'the id of this row is gone. Put it back; of a commitment that pmed missed say no verdict.');
  const by = byOf(columns.cell(row, 'by'));
  if ('fault' in by) return fault('by', by.fault);
  return {
    kind: 'entry',
    document: text('document'),
    sha256: null,
    entry: {
      quote,
      ...(page === null ? {} : { page: page.replace(/^p\.\s*/i, '') }),
      ...(who === null ? {} : { who }),
      ...(what === null ? {} : { what }),
      ...(by.value === null ? {} : { by: by.value }),
      ...(note === null ? {} : { note }),
      ...(reviewer === null ? {} : { reviewer }),
    },
  };
}
