/** What a document is about on the page: a bar for every theme with its interval, and its passages folded below it. */
import type { Theme } from '../../../model/report.ts';
import { isTooShort } from '../../../model/themes.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { foreign, wherePage } from '../../html/where.ts';
import { counted } from '../../numbers.ts';
import { chosen } from '../../themes/blocks.ts';
import { intervalText, rateText, shareText } from '../../themes/figures.ts';
import { bestPassages, carriers, wordsOf } from '../../themes/passages.ts';
import { placesOf } from '../../themes/places.ts';
import { endOfScale } from '../../themes/scale.ts';
import { placeId, type SectionInput } from './input.ts';
import { placed, section } from './section.ts';

/** Passages that a theme shows, places and words that it names. */
const PASSAGES = 5;
const PLACES = 6;
const WORDS = 8;

/** Always a section: a document without themes is told to have none. */
export function themesSection(input: SectionInput): Markup {
  const { blocks } = chosen(input.themes, input.settings.themes);
  const isShort = isTooShort(input.document);
  const scale = endOfScale(blocks.flatMap(({ themes }) => themes.map(({ interval: [, high] }) => high)));
  const signs = { ascii: false };
  const row = (theme: Theme): Markup => {
    const places = placesOf(theme.evidence, PLACES);
    const passages = counted(theme.passages, 'passage');
    return tag(
      'details',
      { class: 'theme' },
      tag(
        'summary',
        {},
        tag('span', { class: 'label' }, theme.label),
        ' ',
        isShort ? null : bar(theme, scale),
        ' ',
        isShort
          ? tag('span', { class: 'share' }, passages)
          : tag(
              'span',
              { class: 'share' },
              tag('b', {}, shareText(theme)),
              ' ',
              tag('span', { class: 'quiet' }, intervalText(theme, signs)),
            ),
        ' ',
        tag('span', { class: 'quiet places' }, isShort ? places : `${passages}${places === '' ? '' : `: ${places}`}`),
      ),
      tag(
        'div',
        { class: 'passages' },
        tag(
          'p',
          { class: 'meaning' },
          `${rateText(theme.per1000Words)} words of it in 1,000: ${wordsOf(theme, WORDS)}`,
        ),
        tag(
          'ul',
          { class: 'quotes', lang: foreign(input.document.language) },
          ...bestPassages(theme, PASSAGES).map((passage) =>
            tag(
              'li',
              {},
              tag('q', {}, passage.quote),
              ' ',
              tag('span', { class: 'quiet small' }, carriers(passage)),
              ' ',
              placed(wherePage(passage), placeId(passage.start, input)),
            ),
          ),
        ),
        theme.evidence.length > PASSAGES
          ? tag('p', { class: 'meaning' }, `The best ${PASSAGES} of ${counted(theme.evidence.length, 'passage')}.`)
          : null,
      ),
    );
  };
  return section(
    input,
    { name: 'themes', title: 'Themes', count: null },
    tag('p', { class: 'meaning' }, ...explained(blocks.length, isShort)),
    tag(
      'div',
      { class: 'blocks' },
      ...blocks.map(({ title, themes }) =>
        tag('div', { class: 'block' }, tag('p', { class: 'block-title' }, title), ...themes.map(row)),
      ),
    ),
  );
}

function explained(blocks: number, isShort: boolean): Content[] {
  if (blocks === 0) return ['No theme was found.'];
  return isShort
    ? ['The document has too few words to say how much of it each theme takes.']
    : [
        'How much of the text speaks of each theme: the share of its sentences, list items and rows, with the range that it lies in 95 times of 100. One may speak of several.',
      ];
}

/** A bar as long as the share, and a line over the interval. @param scale the share at its full length */
function bar({ share, interval: [low, high] }: Theme, scale: number): Markup {
  const x = (part: number): number => Math.round((1000 * Math.min(part, scale)) / scale) / 10;
  return tag(
    'svg',
    { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    tag('rect', { width: Math.max(0.5, x(share)), height: 10 }),
    tag('path', { d: `M${x(low)} 5H${x(high)}M${x(low)} 2v6M${x(high)} 2v6` }),
  );
}
