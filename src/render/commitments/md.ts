/** Commitments as Markdown: a table with every quote, or one for each group. */
import { type ReportPart, summarise } from '../../model/part.ts';
import type { Commitment } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { counted, grouped } from '../numbers.ts';
import { place } from '../place.ts';
import { what, who } from '../undertaking.ts';
import { strengthsOf } from './counts.ts';
import { type Distinct, distinct, restated } from './distinct.ts';
import { type Grouping, groupsOf } from './groups.ts';
import { whyRejected } from './reviewed.ts';
import { by, targets } from './table.ts';

/** Before the first document: by it pmed knows its own files. */
export const markdownMark = '<!-- pmed:commitments -->\n';

/** One document, whole: nothing is left out. */
export function commitmentsMarkdown(part: ReportPart, groupBy: Grouping | null): string {
  const { document } = part;
  const rows = distinct(part.commitments);
  const publisher = document?.publisher ?? null;
  const tables =
    groupBy === null
      ? [commitmentsTable(rows, publisher)]
      : groupsOf(rows, groupBy, part).map(
          (group) =>
            `## ${markdownText(group.title)} (${grouped(group.rows.length)})\n\n${commitmentsTable(group.rows, publisher)}`,
        );
  const blocks = [
    `# ${markdownText(document?.title ?? document?.name ?? 'Commitments')}\n`,
    `${factsOf(part, rows).map(markdownText).join(' · ')}\n`,
    ...tables,
    rejectedSection(part.rejected, '##'),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function factsOf({ document, commitments }: ReportPart, rows: readonly Distinct[]): string[] {
  const date = document?.date ?? null;
  const summary = summarise(rows.map(({ commitment }) => commitment));
  return [
    document === null || document.title === null ? '' : document.name,
    document?.publisher ?? '',
    date === null ? 'no date found' : `from ${readableDate(date.value)}`,
    rows.length === 0 ? 'no commitments' : `${counted(rows.length, 'commitment')}: ${strengthsOf(summary)}`,
    rows.length === 0 ? '' : `checkable ${summary.checkable} of ${grouped(rows.length)}`,
    rows.length === commitments.length ? '' : `${counted(commitments.length - rows.length, 'restatement')} not counted`,
  ].filter((fact) => fact !== '');
}

/** What a person called no commitment, with the heading above it; nothing for none. */
export function rejectedSection(rejected: readonly Commitment[] = [], level: '##' | '###'): string {
  if (rejected.length === 0) return '';
  const rows = rejected.map((one) => [
    one.ref,
    markdownText(`"${one.evidence.quote}"`),
    markdownText(place(one.evidence)),
    markdownText(whyRejected(one) ?? ''),
  ]);
  const table = markdownTable(['Id', 'Quote', 'Where', 'Why'], rows);
  return `${level} Rejected by review (${grouped(rejected.length)})\n\nCounted nowhere.\n\n${table}`;
}

/** The commitments as one table; nothing for none. */
export function commitmentsTable(rows: readonly Distinct[], publisher: string | null): string {
  const head = ['Id', 'Strength', 'Who', 'What', 'Target', 'By', 'Quote', 'Where'];
  return markdownTable(
    head,
    rows.map((row) => cellsOf(row, row.commitment, publisher)),
  );
}

function cellsOf(row: Distinct, commitment: Commitment, publisher: string | null): string[] {
  return [
    commitment.ref,
    commitment.strengthLabel,
    markdownText(who(commitment, publisher)),
    markdownText(what(commitment) + restated(row)),
    markdownText(targets(commitment)),
    markdownText(by(commitment) ?? 'none'),
    markdownText(`"${commitment.evidence.quote}"`),
    markdownText(place(commitment.evidence)),
  ];
}
