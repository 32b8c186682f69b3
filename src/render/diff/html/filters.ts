/** How much changed, group by group: each count is a check box that leaves its group alone on the page. */

import { CHANGE_GROUPS, type ChangeGroup, groupOf } from '../../../model/change-groups.ts';
import type { Change } from '../../../model/diff.ts';
import type { Level } from '../../../model/fault.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { counted, grouped } from '../../numbers.ts';
import { groupWords } from './groups.ts';

export const LEVELS_SHOWN = ['error', 'warning', 'note'] as const satisfies readonly Level[];

/**
 * Check boxes by group and by level: where any of a row is ticked, only changes of those are shown. A style sheet does
 * that; what needs a script (search, the count of what is shown) is hidden until one runs.
 */
export function filtersOf(changes: readonly Change[], unchanged: number): Markup {
  const groups = new Map<ChangeGroup, number>();
  const levels = new Map<Level, number>();
  for (const { kinds, level } of changes) {
    const group = groupOf(kinds);
    groups.set(group, (groups.get(group) ?? 0) + 1);
    levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  return tag(
    'section',
    { class: 'filters', 'aria-label': 'Summary and filters' },
    tag(
      'fieldset',
      { class: 'tiles' },
      tag('legend', { class: 'unseen' }, 'Show only changes that are'),
      ...CHANGE_GROUPS.map((group) => tile(group, groups.get(group) ?? 0)),
      tag(
        'a',
        { class: 'tile', href: '#unchanged' },
        tag('span', { class: 'figure' }, grouped(unchanged)),
        tag('span', { class: 'name' }, 'unchanged'),
      ),
    ),
    tag(
      'div',
      { class: 'narrow screen-only' },
      tag(
        'fieldset',
        { class: 'levels' },
        tag('legend', {}, 'Level'),
        ...LEVELS_SHOWN.map((level) =>
          tag(
            'label',
            {},
            box('level', level, (levels.get(level) ?? 0) === 0),
            ` ${level} `,
            count(levels.get(level) ?? 0),
          ),
        ),
      ),
      tag(
        'div',
        { class: 'search', hidden: true },
        tag('label', { for: 'search' }, 'Search'),
        ' ',
        tag('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false' }),
      ),
      tag('p', { id: 'shown', role: 'status' }, counted(changes.length, 'change')),
      tag('button', { type: 'button', id: 'clear', hidden: true }, 'Show all'),
    ),
  );
}

function tile(group: ChangeGroup, count: number): Markup {
  const { title, sign } = groupWords[group];
  return tag(
    'label',
    { class: `tile ${group}${count === 0 ? ' none' : ''}` },
    box('group', group, count === 0),
    tag('span', { class: 'figure' }, tag('span', { class: 'sign', 'aria-hidden': 'true' }, sign), grouped(count)),
    ' ',
    tag('span', { class: 'name' }, title.toLowerCase()),
  );
}

function box(name: 'group' | 'level', value: string, isDisabled: boolean): Markup {
  return tag('input', {
    type: 'checkbox',
    name,
    value,
    id: `${name}-${value}`,
    autocomplete: 'off',
    disabled: isDisabled ? true : null,
  });
}

const count = (value: number): Markup => tag('span', { class: 'quiet' }, grouped(value));
