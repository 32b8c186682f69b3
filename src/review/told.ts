/** What is to be said of a review that was applied to a document. */
import type { ReportDiagnostic } from '../model/report.ts';
import type { ReviewEntry } from '../model/review.ts';
import type { Matched } from './match.ts';

/** What became of the entries of a document. */
interface Outcome {
  readonly matched: readonly Matched[];
  readonly orphans: readonly ReviewEntry[];
  /** The review file, as messages call it. */
  readonly file: string;
  /** The id of the document. */
  readonly id: string;
}

/** Entries of the review file are about nothing that was found. */
export const ORPHANED = 'PMED-B406';

const SHOWN = 3;

/** PMED-B406 for entries that are about nothing, PMED-B407 for those whose words have changed, PMED-B408 for the counts. */
export function reviewDiagnostics({ matched, orphans, file, id }: Outcome): ReportDiagnostic[] {
  const said: ReportDiagnostic[] = [];
  const add = (code: string, level: 'warning' | 'note', message: string, hint: string | null) =>
    said.push({ code, level, documentId: id, page: null, message, hint });
  if (orphans.length > 0)
    add(
      ORPHANED,
      'warning',
      `${orphans.length === 1 ? '1 verdict' : `${orphans.length} verdicts`} of ${file} ${orphans.length === 1 ? 'is' : 'are'} on what is no longer found: ${named(orphans)}.`,
      'They are kept. All of them:  pmed review show report.pdf',
    );
  const changed = new Set(matched.filter(({ quoteChanged }) => quoteChanged).map(({ entry }) => entry));
  if (changed.size > 0)
    add(
      'PMED-B407',
      'warning',
      `${changed.size === 1 ? '1 verdict' : `${changed.size} verdicts`} of ${file} ${changed.size === 1 ? 'holds' : 'hold'} for words that have changed since: ${named([...changed])}.`,
      'Look at them again:  pmed review show report.pdf',
    );
  if (matched.length > 0) {
    const count = (verdict: ReviewEntry['verdict']) => matched.filter(({ entry }) => entry.verdict === verdict).length;
    add(
      'PMED-B408',
      'note',
      `reviewed (${file}): ${count('keep')} kept, ${count('edit')} corrected, ${count('not-a-commitment')} called no commitment.`,
      null,
    );
  }
  return said;
}

function named(entries: readonly ReviewEntry[]): string {
  const some = entries.slice(0, SHOWN).map(({ id, quote, place }) => {
    const words = `"${shortened(quote)}"`;
    return [...(id === undefined ? [] : [id]), words, ...(place === undefined ? [] : [`(${place})`])].join(' ');
  });
  return entries.length > SHOWN ? `${some.join('; ')}; …` : some.join('; ');
}

/** The first words of a quote. */
const shortened = (quote: string): string => {
  const letters = [...quote];
  return letters.length <= 60 ? quote : `${letters.slice(0, 59).join('').trimEnd()}…`;
};
