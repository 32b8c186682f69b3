/** How much changed, group by group: each count is a check box that leaves its group alone on the page. */
import { CHANGE_GROUPS, type ChangeGroup, groupOf } from '../../../model/change-groups.ts';
import type { Change } from '../../../model/diff.ts';
import type { Level } from '../../../model/fault.ts';
import { filterBar, rowOf, tileOf } from '../../html/facets.ts';
import { LEVELS_SHOWN } from '../../html/level.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { grouped } from '../../numbers.ts';
import { groupWords } from './groups.ts';

/** Check boxes by group and by level, and how many commitments stand as they were. */
export function filtersOf(changes: readonly Change[], unchanged: number): Markup {
  const groups = new Map<ChangeGroup, number>();
  const levels = new Map<Level, number>();
  for (const { kinds, level } of changes) {
    const group = groupOf(kinds);
    groups.set(group, (groups.get(group) ?? 0) + 1);
    levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  return filterBar({
    legend: 'Show only changes that are',
    tiles: [
      ...CHANGE_GROUPS.map((value) => {
        const { title, sign } = groupWords[value];
        return tileOf({ facet: 'group', value, count: groups.get(value) ?? 0, name: title.toLowerCase(), sign });
      }),
      tag(
        'a',
        { class: 'tile', href: '#unchanged' },
        tag('span', { class: 'figure' }, grouped(unchanged)),
        tag('span', { class: 'name' }, 'unchanged'),
      ),
    ],
    rows: [
      rowOf(
        'Level',
        'level',
        LEVELS_SHOWN.map((level) => [level, levels.get(level) ?? 0]),
      ),
    ],
    total: changes.length,
    noun: 'change',
  });
}
