/** By what the commitments of a page can be picked out: strength, state, theme and who. */
import { STRENGTH_LABELS } from '../../../../model/kinds.ts';
import type { Commitment, Theme } from '../../../../model/report.ts';
import { actorTitles } from '../../../commitments/groups.ts';
import { type Content, type Markup, tag } from '../../../html/markup.ts';
import { grouped } from '../../../numbers.ts';

/** The facets; what a commitment has of one stands in `data-` and its name, apart by spaces. */
export const FACETS = ['strength', 'state', 'theme', 'who'] as const;
export type Facet = (typeof FACETS)[number];

/** A value of a facet, what it is called, and how many commitments have it. */
interface Choice {
  readonly value: string;
  readonly label: string;
  count: number;
}

/** Actors that are offered; others are found by the search. */
const MOST_ACTORS = 24;

const STATES: readonly (readonly [value: string, label: string, has: (its: Commitment) => boolean])[] = [
  ['checkable', 'checkable', ({ checkable }) => checkable.all],
  ['undated', 'undated', ({ deadline }) => deadline === null],
  ['reported', 'reported', ({ attribution }) => attribution === 'reported'],
  ['first', 'without restatements', ({ restates }) => restates === null],
  ['reviewed', 'reviewed', ({ review }) => review !== null],
  ['unsure', 'low confidence', ({ confidence }) => confidence.level === 'low'],
];

/** Values of the facet of states, in the order in which they are offered. */
export const STATE_VALUES: readonly string[] = STATES.map(([value]) => value);

/** The facets of some commitments. */
export interface Facets {
  /** The attributes of a commitment's row. */
  readonly attributes: (commitment: Commitment) => Readonly<Record<`data-${Facet}`, string>>;
  /** The names of its themes. */
  readonly themes: (commitment: Commitment) => readonly string[];
  /** Rows of boxes to tick. */
  readonly bars: readonly Markup[];
}

export function facetsOf(commitments: readonly Commitment[], themes: readonly Theme[]): Facets {
  const labels = new Map(themes.map(({ id, label }) => [id, label]));
  const titlesOf = actorTitles();
  const titles = new Map(commitments.map((one) => [one, titlesOf(one)[0] ?? null]));
  const byTheme = counted(commitments.flatMap((one) => one.themes)).map(([id, count]) =>
    choice(id, labels.get(id) ?? id, count),
  );
  const byActor = counted([...titles.values()].flatMap((title) => title ?? []))
    .slice(0, MOST_ACTORS)
    .map(([title, count], at) => choice(`a${at + 1}`, title, count));
  const actorValues = new Map(byActor.map(({ label, value }) => [label, value]));
  const unnamed = [...titles.values()].filter((title) => title === null).length;
  const byStrength = [...STRENGTH_LABELS]
    .reverse()
    .map((label) => choice(label, label, commitments.filter(({ strengthLabel }) => strengthLabel === label).length));
  const byState = STATES.map(([value, label, has]) => choice(value, label, commitments.filter(has).length));
  return {
    attributes: (commitment) => ({
      'data-strength': commitment.strengthLabel,
      'data-state': STATES.flatMap(([value, , has]) => (has(commitment) ? [value] : [])).join(' '),
      'data-theme': commitment.themes.join(' '),
      'data-who': whoValue(titles.get(commitment) ?? null, actorValues),
    }),
    themes: (commitment) => commitment.themes.map((id) => labels.get(id) ?? id),
    bars: [
      bar(
        'Strength',
        'strength',
        byStrength.filter(({ count }) => count > 0),
      ),
      bar(
        'Only',
        'state',
        byState.filter(({ count }) => count > 0 && count < commitments.length),
      ),
      fold('Theme', 'theme', byTheme),
      fold('Who', 'who', unnamed === 0 ? byActor : [...byActor, choice('none', 'not named', unnamed)]),
    ],
  };
}

const choice = (value: string, label: string, count: number): Choice => ({ value, label, count });

function whoValue(title: string | null, values: ReadonlyMap<string, string>): string {
  return title === null ? 'none' : (values.get(title) ?? '');
}

/** How often each occurs, the commonest first. */
function counted(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function bar(legend: string, facet: Facet, choices: readonly Choice[]): Markup {
  return tag('fieldset', { class: 'chips' }, tag('legend', {}, legend), ...choices.map((one) => box(facet, one)));
}

/** Many choices, folded; they filter only by a script, and are hidden until one runs. */
function fold(name: string, facet: Facet, choices: readonly Choice[]): Markup {
  return tag(
    'details',
    { class: 'more', hidden: true },
    tag('summary', {}, name),
    tag(
      'fieldset',
      { class: 'chips' },
      tag('legend', { class: 'unseen' }, name),
      ...choices.map((one) => box(facet, one)),
    ),
  );
}

function box(facet: Facet, { value, label, count }: Choice): Content {
  return tag(
    'label',
    { class: facet === 'strength' ? value : null },
    tag('input', { type: 'checkbox', name: facet, value, autocomplete: 'off' }),
    ` ${label} `,
    tag('span', { class: 'quiet' }, grouped(count)),
  );
}
