/** Counts that filter: check boxes of which those that are ticked leave their own alone on the page. */
import { counted, grouped } from '../numbers.ts';
import { type Content, type Markup, tag } from './markup.ts';

/** What things are filtered by: `data-group` and `data-level` of theirs. */
export type Facet = 'group' | 'level';

/** Where a box of a row is ticked, things of the other values are hidden: filters work without a script. */
export function facetStyle(facet: Facet, values: readonly string[]): string {
  return values
    .map((value) => {
      const others = `body:has([name=${facet}]:checked):not(:has(#${facet}-${value}:checked))`;
      return `${others} [data-${facet}=${value}],${others} .${facet}#${value}{display:none}`;
    })
    .join('\n');
}

/**
 * Hides the cards of which every fact is hidden by one row, so that nothing but a quote is left of them. A custom property for
 * each row, since what one shows the other may still hide.
 */
export function emptyCardStyle(rows: readonly (readonly [facet: Facet, values: readonly string[]])[]): string {
  const shown = rows.reduceRight((otherwise, [facet]) => `var(--${facet},${otherwise})`, 'block');
  return [
    `.card{display:${shown}}`,
    ...rows.flatMap(([facet, values]) => [
      `body:has([name=${facet}]:checked) .card:has([data-${facet}]){--${facet}:none}`,
      ...values.map(
        (value) => `body:has(#${facet}-${value}:checked) .card:has([data-${facet}=${value}]){--${facet}:initial}`,
      ),
    ]),
  ].join('\n');
}

/** A large count. */
export interface Tile {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
  readonly name: string;
  /** What colour says, without colour; null for none. */
  readonly sign: string | null;
}

export function tileOf({ facet, value, count, name, sign }: Tile): Markup {
  return tag(
    'label',
    { class: `tile ${value}${count === 0 ? ' none' : ''}` },
    box(facet, value, count === 0),
    tag(
      'span',
      { class: 'figure' },
      sign === null ? null : tag('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      grouped(count),
    ),
    ' ',
    tag('span', { class: 'name' }, name),
  );
}

/** A row of small counts. */
export function rowOf(
  legend: string,
  facet: Facet,
  counts: readonly (readonly [value: string, count: number])[],
): Markup {
  return tag(
    'fieldset',
    { class: 'levels' },
    tag('legend', {}, legend),
    ...counts.map(([value, count]) =>
      tag('label', {}, box(facet, value, count === 0), ` ${value} `, tag('span', { class: 'quiet' }, grouped(count))),
    ),
  );
}

function box(facet: Facet, value: string, isDisabled: boolean): Markup {
  return tag('input', {
    type: 'checkbox',
    name: facet,
    value,
    id: `${facet}-${value}`,
    autocomplete: 'off',
    disabled: isDisabled ? true : null,
  });
}

/** The counts of a page, and what is filtered by. */
export interface FilterBar {
  /** What ticking a large count does, for those who do not see it. */
  readonly legend: string;
  readonly tiles: readonly Content[];
  readonly rows: readonly Markup[];
  /** How many things there are, and what one is called. */
  readonly total: number;
  readonly noun: string;
}

/** What needs a script (search, the count of what is shown) is hidden until one runs. */
export function filterBar({ legend, tiles, rows, total, noun }: FilterBar): Markup {
  return tag(
    'section',
    { class: 'filters', 'aria-label': 'Summary and filters' },
    tag('fieldset', { class: 'tiles' }, tag('legend', { class: 'unseen' }, legend), ...tiles),
    tag(
      'div',
      { class: 'narrow screen-only' },
      ...rows,
      tag(
        'div',
        { class: 'search', hidden: true },
        tag('label', { for: 'search' }, 'Search'),
        ' ',
        tag('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false' }),
      ),
      tag('p', { id: 'shown', role: 'status', 'data-noun': noun }, counted(total, noun)),
      tag('button', { type: 'button', id: 'clear', hidden: true }, 'Show all'),
    ),
  );
}
