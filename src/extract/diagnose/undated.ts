/** PMED-D201: relative dates that stay unresolved for want of a document date. */
import type { TimeRecord } from '../../model/report.ts';
import type { Dated, Said } from './dated.ts';
import { examples } from './examples.ts';

/** One warning for all relative dates of a document without a date; null where there are none. */
export function undated({ timeline, documentDate }: Dated): Said | null {
  const open = timeline.filter(isRelative);
  if (documentDate !== null || open.length === 0) return null;
  const quoted = examples(
    open.map(({ text }) => text),
    2,
  );
  const many =
    open.length === 1 ? `one relative date (${quoted}) stays` : `${open.length} relative dates (${quoted}) stay`;
  return {
    code: 'PMED-D201',
    level: 'warning',
    page: null,
    message: `no publication date found, so ${many} unresolved.`,
    hint: 'Give the date with --doc-date YYYY-MM-DD.',
  };
}

/** Whether a time is counted from the document's date, or leaves out a year that the document's date would give. */
const isRelative = ({ resolved, anchor, value }: TimeRecord): boolean =>
  !resolved && (anchor === null ? /^X{4}/.test(value) : anchor.kind === 'document');
