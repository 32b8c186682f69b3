/** What became of duties that the text lays on others: folded where there is more to see, as they count for nothing. */
import { isQuiet } from '../../../model/change-groups.ts';
import type { Diff, DutyChange } from '../../../model/diff.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { counted, grouped } from '../../numbers.ts';
import { choose } from '../told.ts';
import { type ChangeLook, changeArticle } from './change.ts';

/** More are counted and not shown. */
const MOST = 500;

/**
 * @param changes those that were asked for
 * @returns null where the text lays none on others
 */
export function dutiesOf(
  { changes: promises, dutiesUnchanged }: Diff,
  changes: readonly DutyChange[],
  look: ChangeLook,
): Markup | null {
  if (changes.length === 0) return null;
  const { told } = choose(changes, { ...look.options, all: true });
  const shown = look.options.all ? told : told.slice(0, MOST);
  const left = told.length - shown.length;
  return tag(
    'section',
    { id: 'duties', 'aria-labelledby': 'duties-title' },
    tag('h2', { id: 'duties-title' }, 'Duties of others ', tag('span', { class: 'count' }, grouped(changes.length))),
    tag('p', { class: 'meaning' }, 'What the text asks of others. It is in no count above, and nothing to fail on.'),
    tag(
      'details',
      { open: promises.every(({ kinds }) => isQuiet(kinds)) ? true : null },
      tag('summary', {}, `${counted(changes.length, 'change')}; ${grouped(dutiesUnchanged)} as before`),
      ...shown.map(({ change }) => changeArticle(change, look)),
      left === 0 ? null : tag('p', {}, `${counted(left, 'more change')}: --all, or -o changes.csv`),
    ),
  );
}
