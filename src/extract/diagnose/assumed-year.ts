/** PMED-D204: financial years whose first day had to be assumed. */
import { MONTHS } from '../../model/months.ts';
import type { Dated, Said } from './dated.ts';
import { examples } from './examples.ts';

/** One note for all financial years of a document; null where there are none or their first day is known. */
export function assumedYear({ timeline, fiscalYear }: Dated): Said | null {
  const { start, country, isAssumed } = fiscalYear;
  const years = timeline.filter(({ calendar }) => calendar === 'fiscal').map(({ text }) => text);
  if (!isAssumed || years.length === 0) return null;
  const [month = '', day = ''] = start.split('-');
  const first = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
  const why = country === null ? 'nothing tells whose they are' : 'as most states and cities of its country have them';
  const quoted = examples(years, 2);
  const many =
    years.length === 1 ? `the financial year ${quoted} was` : `${years.length} financial years (${quoted}) were`;
  return {
    code: 'PMED-D204',
    level: 'note',
    page: null,
    message: `${many} taken to begin on ${first}: ${why}.`,
    hint: 'Give the first day with --fiscal-year MM-DD.',
  };
}
