/** What a document is about on the page: a bar for every theme, with its interval and places. */
import { type Markup, tag } from '../../html/markup.ts';
import { counted } from '../../numbers.ts';
import { chosen } from '../../themes/blocks.ts';
import { shareAndInterval } from '../../themes/figures.ts';
import { type SectionInput, sectionId } from './input.ts';

/** Always a section: a document without themes is told to have none. */
export function themesSection(input: SectionInput): Markup {
  const { blocks } = chosen(input.themes, input.settings.themes);
  const id = sectionId('themes', input);
  return tag(
    'section',
    { id },
    tag('h2', { id: `${id}-title` }, 'Themes'),
    blocks.length === 0 ? tag('p', { class: 'notice' }, 'No themes were found.') : null,
    ...blocks.map(({ title, themes }) =>
      tag(
        'table',
        {},
        tag('caption', {}, title),
        tag(
          'tbody',
          {},
          ...themes.map((theme) =>
            tag(
              'tr',
              {},
              tag('th', { scope: 'row' }, theme.label),
              tag('td', {}, shareAndInterval(theme, { ascii: false })),
              tag('td', {}, counted(theme.passages, 'passage')),
            ),
          ),
        ),
      ),
    ),
  );
}
