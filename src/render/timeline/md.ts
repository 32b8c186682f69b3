/** The timeline as Markdown: a table in the order of time with its quotes, and lists of what has no day. */
import type { Evidence } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { counted } from '../numbers.ts';
import { place } from '../place.ts';
import { what, who } from '../undertaking.ts';
import type { Loose, LooseKind } from './loose.ts';
import type { Plan } from './plan.ts';
import type { PlanItem, PlanRow } from './row.ts';

/** Before the first document: by it pmed knows its own files. */
export const markdownMark = '<!-- pmed:timeline -->\n';

/**
 * One document, whole: nothing is left out.
 * @param asOf ISO day by which deadlines are judged, or null
 */
export function timelineMarkdown(plan: Plan, asOf: string | null): string {
  const blocks = [
    `# ${markdownText(plan.document?.title ?? plan.document?.name ?? 'Timeline')}\n`,
    `${factsOf(plan, asOf).map(markdownText).join(' · ')}\n`,
    ...timelineSections(plan, '##'),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

/** The tables and lists of a plan. @param heading what stands before the title of each but the first: `##` */
export function timelineSections(plan: Plan, heading: string): string[] {
  const publisher = plan.document?.publisher ?? null;
  const section = (title: string, content: string): string =>
    content === '' ? '' : `${heading} ${title}\n\n${content}`;
  const past = plan.rows.filter(({ isPast }) => isPast);
  const again = plan.rows.filter(({ kind, isPast }) => kind === 'recurrence' && !isPast);
  const dated = plan.rows.filter(({ kind, isPast }) => kind !== 'recurrence' && !isPast);
  const waiting = plan.loose.filter(({ kind }) => kind === 'vague' || kind === 'unresolved');
  return [
    dated.length === 0 ? 'No dates.\n' : tableOf(dated, publisher),
    section('Again and again', tableOf(again, publisher)),
    section('Without a day', waiting.map((loose) => looseItem(loose, publisher)).join('')),
    section(
      'Commitments without a date',
      plan.undated
        .map(
          (one) => `- ${one.ref} ${markdownText(`${who(one, publisher)}: ${what(one)}`)}\n  ${cited(one.evidence)}\n`,
        )
        .join(''),
    ),
    section('Before the document', tableOf(past, publisher)),
    section('Other expressions of time', others.map((kind) => otherItem(kind, plan.loose)).join('')),
  ];
}

/** What the document is, and how it was looked at. */
function factsOf({ document, outside }: Plan, asOf: string | null): string[] {
  const date = document?.date ?? null;
  return [
    document === null || document.title === null ? '' : document.name,
    document?.publisher ?? '',
    date === null ? 'no date found' : `from ${readableDate(date.value)}`,
    asOf === null ? '' : `as of ${readableDate(asOf)}`,
    outside === 0 ? '' : `${counted(outside, 'date')} outside the days asked for`,
  ].filter((fact) => fact !== '');
}

/** A line for everything that hangs on a row, or one for the row. */
function tableOf(rows: readonly PlanRow[], publisher: string | null): string {
  const isJudged = rows.some(({ status }) => status !== null);
  const head = ['When', ...(isJudged ? ['Status'] : []), 'Kind', 'Id', 'Who and what', 'Quote', 'Where'];
  const lines = rows.flatMap((row) => {
    const start = [markdownText(row.when), ...(isJudged ? [row.status ?? ''] : [])];
    const said = (evidence: Evidence): string[] => [quoted(evidence), markdownText(place(evidence))];
    if (row.items.length === 0) {
      return [
        [...start, row.isOwnDate ? 'document date' : kinds[row.kind], row.refs.join(' '), '', ...said(row.evidence)],
      ];
    }
    return row.items.map((item) => [
      ...start,
      kinds[row.kind],
      item.ref,
      wordsOf(item, publisher),
      ...said(item.evidence),
    ]);
  });
  return markdownTable(head, lines);
}

const kinds: Readonly<Record<PlanRow['kind'], string>> = {
  deadline: 'deadline',
  start: 'beginning',
  period: 'period',
  recurrence: 'recurrence',
  point: 'date mentioned',
};

/** What is undertaken, or what kind of statement it is. */
function wordsOf({ commitment, kind }: PlanItem, publisher: string | null): string {
  return commitment === null ? kind : markdownText(`${who(commitment, publisher)}: ${what(commitment)}`);
}

const quoted = ({ quote }: Evidence): string => markdownText(`"${quote}"`);
const cited = (evidence: Evidence): string => `${quoted(evidence)} ${markdownText(place(evidence))}`.trimEnd();

/** The words, and below them what hangs on them, or where they stand. */
function looseItem({ kind, text, times, items }: Loose, publisher: string | null): string {
  const said =
    items.length > 0
      ? items.map((item) => `${item.ref} ${wordsOf(item, publisher)}: ${cited(item.evidence)}`)
      : times.map(({ ref, evidence }) => `${ref} ${cited(evidence)}`);
  const meaning = kind === 'vague' ? 'vague' : 'no day known';
  return `- "${markdownText(text)}" (${meaning})\n${said.map((line) => `  - ${line}\n`).join('')}`;
}

const others = ['unsteady', 'length', 'now'] as const;
const names: Readonly<Record<(typeof others)[number], string>> = {
  unsteady: 'Now and then',
  length: 'Durations',
  now: 'Now',
};

/** All expressions of a kind in one line. */
function otherItem(kind: (typeof others)[number] & LooseKind, loose: readonly Loose[]): string {
  const own = loose.filter((one) => one.kind === kind);
  if (own.length === 0) return '';
  const terms = own.map(({ text, times: [first, ...more] }) => {
    const times = more.length > 0 ? ` and ${counted(more.length, 'more', 'more')}` : '';
    return `"${markdownText(text)}" ${markdownText(place(first.evidence))}${times}`;
  });
  return `- ${names[kind]}: ${terms.join(', ')}\n`;
}
