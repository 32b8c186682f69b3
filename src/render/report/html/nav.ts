/** What stands on the page, in a line that stays in sight. */
import { type Content, tag } from '../../html/markup.ts';

/** A link a section that there is. @param targets ids of elements with what they are called */
export function pageNav(targets: readonly (readonly [id: string, name: string])[]): Content {
  return tag(
    'nav',
    { class: 'page-nav', 'aria-label': 'On this page' },
    tag('ul', { class: 'width' }, ...targets.map(([id, name]) => tag('li', {}, tag('a', { href: `#${id}` }, name)))),
  );
}
