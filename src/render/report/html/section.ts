/** A section of a document on the page, with its heading. */
import { type Content, type HtmlAttributes, type Markup, tag } from '../../html/markup.ts';
import { grouped } from '../../numbers.ts';
import { type SectionInput, type SectionName, sectionId } from './input.ts';

/** What stands above a section. */
export interface Heading {
  readonly name: SectionName;
  readonly title: string;
  /** How many things are in it; null where that says nothing. */
  readonly count: number | null;
}

/**
 * The heading is of the second level, or of the third below the title of one of several documents; those have no landmarks,
 * which would all be of the same names.
 */
export function section(
  input: Pick<SectionInput, 'suffix' | 'isAlone'>,
  { name, title, count }: Heading,
  ...content: readonly Content[]
): Markup {
  const id = sectionId(name, input);
  return tag(
    'section',
    { id, class: `part ${name}`, 'aria-labelledby': input.isAlone ? `${id}-title` : null },
    tag(
      input.isAlone ? 'h2' : 'h3',
      { id: `${id}-title` },
      title,
      count === null ? null : [' ', tag('span', { class: 'count' }, grouped(count))],
    ),
    ...content,
  );
}

/** A place in the document, as a link where the page shows it. @param target id of an element, or null */
export function placed(words: string, target: string | null, attributes: HtmlAttributes = {}): Content {
  if (words === '') return null;
  return target === null
    ? tag('span', { class: 'where', ...attributes }, words)
    : tag('a', { class: 'where', href: `#${target}`, ...attributes }, words);
}
