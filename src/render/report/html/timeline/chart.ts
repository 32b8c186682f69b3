/** The chart of a timeline: a row for every deadline, period and recurrence, with its mark on an axis that all share. */
import { dayNumber } from '../../../../model/day-spans.ts';
import type { Evidence } from '../../../../model/report.ts';
import { readableDate } from '../../../dates.ts';
import { type Content, type Markup, tag } from '../../../html/markup.ts';
import { counted, grouped } from '../../../numbers.ts';
import { place } from '../../../place.ts';
import type { Plan } from '../../../timeline/plan.ts';
import type { PlanRow } from '../../../timeline/row.ts';
import { meanings } from '../../../timeline/svg/legend.ts';
import { measures } from '../../../timeline/svg/look.ts';
import { drawRow, drawSample, type MarkName, markNames } from '../../../timeline/svg/marks.ts';
import { narrowed, rangeOf, stretchOf } from '../../../timeline/svg/range.ts';
import { type Scale, scaleOf } from '../../../timeline/svg/scale.ts';
import { descriptionOf, titleOf } from '../../../timeline/svg/words.ts';
import { drawn } from '../drawing.ts';
import { placeId, type SectionInput } from '../input.ts';
import { placed } from '../section.ts';
import { itemLink, wordsOfItem } from './words.ts';

/** Rows of a chart, and lines of a row; more would make it longer than anyone reads. */
const ROWS = 400;
const LINES = 60;
/** Pixels: the height of a row's drawing, and its middle. */
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;
/** The part of a picture's width that the marks take, with room for those that stand over its ends. */
const LEFT = measures.plot.x - 8;
const WIDTH = measures.plot.width + 16;

/** @param rows at least one, in the order of time */
export function chartOf(rows: readonly PlanRow[], plan: Plan, input: SectionInput): Content {
  const { asOf, from, to } = input.settings.plan;
  const shown = rows.slice(0, ROWS);
  const seen = [...(plan.published === null ? [] : [plan.published]), ...(asOf === null ? [] : [dayNumber(asOf)])];
  const found = rangeOf(shown.flatMap(stretchOf), seen);
  const scale = found === null ? null : scaleOf(narrowed(found, from, to));
  const marks = new Set<MarkName>();
  const grid = `grid${input.suffix}`;
  const lines = together(shown).map((row) => {
    const drawing = scale === null ? null : drawRow(row[0], scale, plan.published, MIDDLE);
    for (const name of drawing?.names ?? []) marks.add(name);
    return rowOf(row, drawing?.xml ?? '', grid, plan, input);
  });
  const description = descriptionOf([plan], [rows], asOf);
  return [
    tag(
      'table',
      { class: 'plan' },
      tag(
        'thead',
        {},
        tag(
          'tr',
          {},
          tag('th', { scope: 'col' }, 'When'),
          tag('th', { scope: 'col' }, 'What'),
          tag(
            'th',
            { scope: 'col', class: 'plot' },
            scale === null ? 'Chart' : axisOf(scale, grid, asOf, titleOf(plan), description),
          ),
        ),
      ),
      tag('tbody', {}, ...lines),
    ),
    legendOf(marks),
    rows.length > shown.length
      ? tag(
          'p',
          { class: 'notice' },
          `${counted(rows.length - shown.length, 'later date')} would make this page too long. All of them: -o timeline.csv`,
        )
      : null,
  ];
}

/** Rows that begin and end on the same days, as one: what is due yearly stands under one mark. */
function together(rows: readonly PlanRow[]): (readonly [PlanRow, ...PlanRow[]])[] {
  const groups: [PlanRow, ...PlanRow[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && daysOf(last[0]) === daysOf(row)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const daysOf = ({ kind, when, startIso, endIso, every, uncertain, status }: PlanRow): string =>
  [kind, when, startIso, endIso, every, uncertain?.first, status].join(' ');

function rowOf(
  [first, ...others]: readonly [PlanRow, ...PlanRow[]],
  xml: string,
  grid: string,
  plan: Plan,
  input: SectionInput,
): Markup {
  const { when, status } = first;
  const lines = [first, ...others].flatMap((row) => linesOf(row, plan, input));
  const shown = lines.slice(0, LINES);
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, when, status === 'passed' ? [' ', tag('span', { class: 'passed' }, 'passed')] : null),
    tag(
      'td',
      { class: 'what' },
      ...shown,
      lines.length > shown.length
        ? tag('p', { class: 'quiet' }, `and ${grouped(lines.length - shown.length)} more`)
        : null,
    ),
    tag('td', { class: 'plot' }, gridOf(grid), drawn({ left: LEFT, width: WIDTH, height: HEIGHT }, xml)),
  );
}

/** What hangs on a row, or else the sentence that says it, each with its place. */
function linesOf(row: PlanRow, plan: Plan, input: SectionInput): Markup[] {
  const { items, evidence, refs } = row;
  const at = (one: Evidence): Content => [' ', placed(place(one), placeId(one.start, input))];
  if (items.length === 0)
    return [
      tag('p', {}, tag('span', { class: 'ref' }, refs[0] ?? ''), ' ', tag('q', {}, evidence.quote), at(evidence)),
    ];
  return items.map((item) =>
    tag(
      'p',
      {},
      tag('span', { class: 'ref' }, itemLink(item.ref, input)),
      ' ',
      ...wordsOfItem(item, row, plan.document?.publisher ?? null),
      at(item.evidence),
    ),
  );
}

/** The lines of the axis behind a row, as high as its words make it. */
const gridOf = (grid: string): Markup =>
  tag(
    'svg',
    { class: 'grid', viewBox: `${LEFT} 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    tag('use', { href: `#${grid}` }),
  );

/** The names of the axis, and words for those who do not see the chart; rows share its lines. */
function axisOf(scale: Scale, grid: string, asOf: string | null, title: string, words: string): Content {
  const { axis, x, left, right } = scale;
  const judged = asOf === null ? null : x(dayNumber(asOf));
  const isSeen = judged !== null && judged >= left && judged <= right;
  const upright = (at: number, className: string): Markup =>
    tag('path', { class: className, d: `M${tenth(at)} 0V${HEIGHT}` });
  return [
    isSeen && asOf !== null ? names([[judged, `as of ${readableDate(asOf)}`]]) : null,
    names(axis.ticks.map(({ day, label }) => [x(day), label])),
    tag(
      'svg',
      {
        viewBox: `${LEFT} 0 ${WIDTH} 5`,
        role: 'img',
        'aria-labelledby': `${grid}-title`,
        'aria-describedby': `${grid}-words`,
      },
      tag('title', { id: `${grid}-title` }, `Timeline: ${title}`),
      tag('desc', { id: `${grid}-words` }, words),
      tag(
        'g',
        { id: grid },
        ...axis.ticks.map(({ day }) => upright(x(day), 'pmed-grid')),
        isSeen ? upright(judged, 'pmed-asof') : null,
      ),
    ),
  ];
}

/** Pixels of the picture that a letter of a name takes, and the air behind it, on the narrowest screens too. */
const LETTER = 8.5;
const AIR = 8;

/**
 * Names that begin at places of the axis: cells, since their widths are attributes. The page's policy allows no style that
 * is not in its sheet, and words within a drawing would shrink with it.
 * @param labels from left to right, each with pixels of the picture
 */
function names(labels: readonly (readonly [x: number, label: string])[]): Markup {
  const longest = Math.max(...labels.map(([, label]) => label.length)) * LETTER + AIR;
  const [from = LEFT, next = LEFT + WIDTH] = labels.map(([x]) => x);
  const every = Math.max(1, Math.ceil(longest / Math.max(1, next - from)));
  const written = labels.filter((_, index) => index % every === 0);
  const ends = [...written.slice(1).map(([x]) => x), LEFT + WIDTH];
  const first = labels[0]?.[0] ?? LEFT;
  const share = (pixels: number): string => `${tenth((100 * pixels) / WIDTH)}%`;
  return tag(
    'table',
    { class: 'axis', role: 'presentation' },
    tag(
      'tr',
      {},
      first > LEFT ? tag('td', { width: share(first - LEFT) }) : null,
      ...written.map(([x, label], index) => {
        const room = (ends[index] ?? x) - x;
        return tag('td', { width: share(room) }, room < label.length * LETTER ? '' : label);
      }),
    ),
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** What the marks mean: only those that the chart has. */
function legendOf(marks: ReadonlySet<MarkName>): Content {
  if (marks.size === 0) return null;
  return tag(
    'ul',
    { class: 'key', 'aria-label': 'What the marks mean' },
    ...markNames
      .filter((name) => marks.has(name))
      .map((name) =>
        tag('li', {}, drawn({ left: 0, width: 28, height: HEIGHT }, drawSample(name, 14, MIDDLE)), meanings[name]),
      ),
  );
}
