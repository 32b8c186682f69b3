/** Which themes take more or less of the text than before: two bars each, and the same as numbers. */
import type { Diff } from '../../../model/diff.ts';
import { fragment, type Markup, tag } from '../../html/markup.ts';
import { counted } from '../../numbers.ts';

type ThemeChange = Diff['themeChanges'][number];

const BAR = 160;

/**
 * @param labels of themes by id
 * @returns null where nothing is known of themes
 */
export function themesOf({ themeChanges }: Diff, labels: ReadonlyMap<string, string>): Markup | null {
  const there = themeChanges.filter(({ before, after }) => before > 0 || after > 0);
  if (there.length === 0) return null;
  const told = there.filter(({ significant }) => significant);
  const others = there.filter(({ significant }) => !significant);
  const widest = Math.max(...there.map(({ before, after }) => Math.max(before, after)));
  const table = (rows: readonly ThemeChange[]): Markup => tableOf(rows, widest, labels);
  return tag(
    'section',
    { id: 'themes', 'aria-labelledby': 'themes-title' },
    tag('h2', { id: 'themes-title' }, 'Themes'),
    tag(
      'p',
      { class: 'meaning' },
      told.length === 0
        ? 'No theme takes more or less of the text than chance would have it.'
        : 'The share of passages about a theme, where it changed by more than chance (5 %).',
    ),
    told.length === 0 ? null : table(told),
    others.length === 0
      ? null
      : tag(
          'details',
          {},
          tag(
            'summary',
            {},
            `${counted(others.length, told.length === 0 ? 'theme' : 'other theme')}, no more than chance`,
          ),
          table(others),
        ),
  );
}

function tableOf(rows: readonly ThemeChange[], widest: number, labels: ReadonlyMap<string, string>): Markup {
  const head = ['Was', 'Now', 'Points'].map((name) => tag('th', { scope: 'col', class: 'number' }, name));
  const sorted = [...rows].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return tag(
    'table',
    { class: 'themes' },
    tag('thead', {}, tag('tr', {}, tag('th', { scope: 'col' }, 'Theme'), ...head, tag('td', {}))),
    tag(
      'tbody',
      {},
      ...sorted.map(({ id, before, after }) =>
        tag(
          'tr',
          {},
          tag('th', { scope: 'row' }, labels.get(id) ?? id.replaceAll('-', ' ')),
          tag('td', { class: 'number' }, percent(before)),
          tag('td', { class: 'number' }, percent(after)),
          tag('td', { class: 'number' }, points(after - before)),
          tag('td', { class: 'bars' }, bars(before / widest, after / widest)),
        ),
      ),
    ),
  );
}

/** The numbers stand beside them. */
function bars(before: number, after: number): Markup {
  const bar = (share: number, y: number, name: string): Markup | null =>
    share === 0
      ? null
      : tag('rect', { class: name, x: 0.5, y, width: Math.max(1, Math.round(share * BAR)), height: 5 });
  return tag(
    'svg',
    { width: BAR + 1, height: 16, viewBox: `0 0 ${BAR + 1} 16`, 'aria-hidden': 'true' },
    fragment(bar(before, 1.5, 'was'), bar(after, 9.5, 'now')),
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function points(difference: number): string {
  const rounded = Math.abs(difference * 100).toFixed(1);
  return rounded === '0.0' ? '0.0' : `${difference < 0 ? '−' : '+'}${rounded}`;
}
