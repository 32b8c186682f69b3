/** The dates, deadlines and periods of a document on the page: a chart that is a table, in the order of time. */
import type { Evidence } from '../../../model/report.ts';
import { readableDate } from '../../dates.ts';
import { capital } from '../../html/capital.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { counted } from '../../numbers.ts';
import { place } from '../../place.ts';
import type { Loose } from '../../timeline/loose.ts';
import { type Plan, planOf } from '../../timeline/plan.ts';
import type { PlanRow } from '../../timeline/row.ts';
import { countsOf } from '../../timeline/svg/words.ts';
import { placeId, type SectionInput } from './input.ts';
import { placed, section } from './section.ts';
import { chartOf } from './timeline/chart.ts';
import { dueWords, itemLink } from './timeline/words.ts';

/** Always a section: a document without dates is told to have none. */
export function timelineSection(input: SectionInput): Markup {
  const { plan: options } = input.settings;
  const plan = planOf(input, options);
  const rest = plan.rows.filter((row) => !isDue(row));
  const due = plan.rows.filter(isDue);
  const past = rest.filter(({ isPast }) => isPast);
  const mentioned = rest.filter(({ isPast }) => !isPast);
  const waiting = plan.loose.filter(({ kind }) => kind === 'vague' || kind === 'unresolved');
  const nothing = due.length + rest.length + waiting.length === 0;
  return section(
    input,
    { name: 'timeline', title: 'Timeline', count: null },
    tag('p', { class: 'meaning' }, nothing ? 'No dates were found.' : factsOf(plan, due, options.asOf)),
    due.length === 0 ? null : chartOf(due, plan, input),
    fold(
      'Without a day',
      waiting.length,
      waiting.map((one) => looseItem(one, input)),
      'it depends on something else, or is left open',
    ),
    fold('Commitments without a date', plan.undated.length, undated(plan, input), ''),
    fold(
      'Other dates',
      mentioned.length,
      mentioned.map((row) => mentionItem(row, input)),
      'mentioned, with nothing due',
    ),
    fold(
      'Before the document',
      past.length,
      past.map((row) => mentionItem(row, input)),
      'dates that were over when it was written',
    ),
    plan.outside === 0
      ? null
      : tag(
          'p',
          { class: 'meaning' },
          `${counted(plan.outside, 'date')} outside the days asked for ${plan.outside === 1 ? 'is' : 'are'} left out.`,
        ),
  );
}

/** What there is, and from when it is counted. */
function factsOf({ document }: Plan, due: readonly PlanRow[], asOf: string | null): string {
  const count = (wanted: PlanRow['status']): number => due.filter(({ status }) => status === wanted).length;
  const from = document?.date ? ` after ${readableDate(document.date.value)}` : '';
  const judged =
    asOf === null ? '' : ` As of ${readableDate(asOf)}, ${count('passed')} passed and ${count('due')} still due.`;
  return due.length === 0 ? 'Nothing is due on a date that is known.' : `${capital(countsOf(due))}${from}.${judged}`;
}

/** What the chart shows: whatever something hangs on, and stretches of time to come. */
const isDue = ({ items, isPast, isOwnDate, kind }: PlanRow): boolean =>
  !isPast && !isOwnDate && (items.length > 0 || kind === 'deadline' || kind === 'start' || kind === 'period');

/** Items in a fold; nothing of none. */
function fold(name: string, count: number, items: readonly Markup[], meaning: string): Content {
  if (count === 0) return null;
  return tag(
    'details',
    { class: 'fold' },
    tag(
      'summary',
      {},
      tag('b', {}, name),
      ' ',
      tag('span', { class: 'count' }, count),
      meaning === '' ? null : [' ', tag('span', { class: 'quiet' }, meaning)],
    ),
    tag('ul', { class: 'quotes' }, ...items),
  );
}

function mentionItem({ when, refs, times, evidence, isOwnDate }: PlanRow, input: SectionInput): Markup {
  return tag(
    'li',
    {},
    tag('span', { class: 'ref' }, refs[0] ?? ''),
    ' ',
    tag('b', {}, when),
    isOwnDate ? tag('span', { class: 'quiet' }, ' date of the document') : null,
    times.length > 1 ? tag('span', { class: 'quiet' }, ` ${times.length} times`) : null,
    ' ',
    tag('q', {}, evidence.quote),
    ' ',
    placed(place(evidence), placeId(evidence.start, input)),
  );
}

function looseItem({ text, times: [time], items, kind }: Loose, input: SectionInput): Markup {
  const said: Evidence = items[0]?.evidence ?? time.evidence;
  return tag(
    'li',
    {},
    tag(
      'span',
      { class: 'ref' },
      items.length === 0 ? time.ref : items.slice(0, 4).map((item) => [itemLink(item.ref, input), ' ']),
    ),
    ' ',
    tag('b', {}, `“${text}”`),
    tag('span', { class: 'quiet' }, kind === 'vague' ? ' vague' : ' no day known'),
    ' ',
    tag('q', {}, said.quote),
    ' ',
    placed(place(said), placeId(said.start, input)),
  );
}

function undated({ undated: commitments, document }: Plan, input: SectionInput): Markup[] {
  return commitments.map((commitment) =>
    tag(
      'li',
      {},
      tag('span', { class: 'ref' }, itemLink(commitment.ref, input)),
      ' ',
      ...dueWords(commitment, document?.publisher ?? null),
      ' ',
      placed(place(commitment.evidence), placeId(commitment.evidence.start, input)),
    ),
  );
}
