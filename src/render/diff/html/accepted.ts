/** Changes that somebody accepted before: folded, with who said so and why, so that nothing is hidden. */
import type { Diff } from '../../../model/diff.ts';
import { acceptedBy } from '../../html/accepted-by.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { counted, grouped } from '../../numbers.ts';
import { type ChangeLook, changeArticle } from './change.ts';

/** @returns null where nothing was accepted */
export function acceptedOf({ suppressed }: Diff, look: ChangeLook): Markup | null {
  if (suppressed.length === 0) return null;
  return tag(
    'section',
    { id: 'accepted', 'aria-labelledby': 'accepted-title' },
    tag(
      'h2',
      { id: 'accepted-title' },
      'Accepted before ',
      tag('span', { class: 'count' }, grouped(suppressed.length)),
    ),
    tag(
      'details',
      {},
      tag('summary', {}, `${counted(suppressed.length, 'change')} that no count above includes`),
      ...suppressed.map((one) => changeArticle(one.change, look, acceptedBy(one))),
    ),
  );
}
