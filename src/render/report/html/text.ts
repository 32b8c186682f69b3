/** The document's text on the page, section by section, with everything that was found in it marked where it stands. */
import type { Block, DocumentBody } from '../../../model/document.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { foreign } from '../../html/where.ts';
import { counted } from '../../numbers.ts';
import type { SectionInput } from './input.ts';
import { section } from './section.ts';
import { markerOf, runMarkup, type Shown } from './text/blocks.ts';
import { runsOf } from './text/runs.ts';
import { shownBlocks } from './text/shown.ts';

/** Levels of headings under which a text is folded, and headings in all from which on contents are listed. */
const CHAPTERS = 3;
const ENOUGH_HEADINGS = 5;

/** Null where the page does not show the text, or there is none. */
export function textSection(input: SectionInput): Markup | null {
  const { body, document } = input;
  if (body === null || body.blocks.length === 0) return null;
  const headings = headingsOf(body, input);
  return section(
    input,
    { name: 'text', title: 'The text', count: null },
    tag(
      'p',
      { class: 'meaning' },
      'What pmed read, in its order. ',
      tag('mark', {}, 'Commitments'),
      ' and ',
      tag('mark', { class: 's' }, 'other statements'),
      ' are marked, each after its id; ',
      tag('mark', { class: 't' }, 'times'),
      ' are underlined.',
    ),
    tintChoice(input),
    tag(
      'div',
      { class: 'read' },
      contentsNav(headings),
      tag(
        'div',
        { class: 'body', lang: foreign(document.language) },
        ...chapters(body, headings, shownBlocks(body, input)),
      ),
    ),
  );
}

/** Asks for a theme whose passages are to be shown; hidden until a script runs. */
function tintChoice({ themes }: SectionInput): Markup | null {
  const shown = [...themes.entries()].filter(([, { evidence }]) => evidence.length > 0);
  if (shown.length === 0) return null;
  return tag(
    'label',
    { class: 'tint screen-only', hidden: true },
    'Show passages about ',
    tag(
      'select',
      { autocomplete: 'off' },
      tag('option', { value: '' }, 'no theme'),
      ...shown.map(([value, { label }]) => tag('option', { value }, label)),
    ),
  );
}

/** A heading of the text, and how deep it lies in others, from 1. */
interface Heading {
  readonly index: number;
  readonly block: Block;
  readonly depth: number;
  /** Of its element: that of the section. */
  readonly id: string;
  /** Of its element, 3 to 6. */
  readonly level: number;
  /** Commitments between it and the next heading. */
  count: number;
}

/** The headings by their position in the document. */
function headingsOf(
  { blocks }: DocumentBody,
  { commitments, suffix, isAlone }: SectionInput,
): ReadonlyMap<number, Heading> {
  const headings: Heading[] = [];
  const open: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.role === 'contents' || block.role === 'struck') continue;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    const level = Math.min(6, open.length + (isAlone ? 2 : 3));
    headings.push({ index, block, depth: open.length, level, id: `h${headings.length + 1}${suffix}`, count: 0 });
  }
  const starts = [...commitments].map(({ evidence }) => evidence.start).sort((a, b) => a - b);
  let at = 0;
  headings.forEach((heading, position) => {
    const next = headings[position + 1]?.block.start ?? Number.POSITIVE_INFINITY;
    while (at < starts.length && (starts[at] ?? 0) < heading.block.start) at++;
    for (; at < starts.length && (starts[at] ?? 0) < next; at++) heading.count++;
  });
  return new Map(headings.map((heading) => [heading.index, heading]));
}

/** The headings that chapters begin with: the highest of which there are some. */
function chapterDepth(headings: ReadonlyMap<number, Heading>): number {
  const depths = [...headings.values()].map(({ depth }) => depth);
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  for (let depth = 1; depth < deepest; depth++)
    if (depths.filter((one) => one <= depth).length >= CHAPTERS) return depth;
  return deepest;
}

/** The headings of two levels, with how many commitments stand under each. */
function contentsNav(headings: ReadonlyMap<number, Heading>): Markup | null {
  const most = chapterDepth(headings) + 1;
  const listed: { readonly heading: Heading; count: number }[] = [];
  for (const heading of headings.values()) {
    const last = listed.at(-1);
    // A heading that is said again on every page of a table is listed once.
    const isAgain = last?.heading.depth === heading.depth && last.heading.block.text === heading.block.text;
    if (last === undefined || (heading.depth <= most && !isAgain)) listed.push({ heading, count: heading.count });
    else last.count += heading.count;
  }
  if (listed.length < ENOUGH_HEADINGS) return null;
  return tag(
    'details',
    { class: 'nav screen-only' },
    tag('summary', {}, 'Contents'),
    tag(
      'ol',
      {},
      ...listed.map(({ heading: { id, block, depth }, count }) =>
        tag(
          'li',
          { class: depth < most ? null : 'in' },
          tag('a', { href: `#${id}` }, markerOf(block), block.text),
          count === 0 ? null : [' ', tag('span', { class: 'quiet' }, counted(count, 'commitment'))],
        ),
      ),
    ),
  );
}

/** The runs, those of a chapter in a fold that is open. */
function chapters(body: DocumentBody, headings: ReadonlyMap<number, Heading>, shown: Shown): Content[] {
  const depth = chapterDepth(headings);
  const parts: { readonly summary: Markup | null; readonly content: Content[] }[] = [{ summary: null, content: [] }];
  for (const run of runsOf(body.blocks)) {
    const heading = headings.get(run.blocks[0]?.[0] ?? -1);
    const open = parts.at(-1)?.content;
    if (heading === undefined) open?.push(runMarkup(run, shown));
    else {
      open?.push(shown.before(heading.block, 'p'));
      const title = headingOf(heading, shown);
      if (heading.depth > depth) open?.push(title);
      else parts.push({ summary: tag('summary', {}, title), content: [] });
    }
  }
  return parts.map(({ summary, content }) =>
    summary === null ? content : tag('details', { open: true }, summary, ...content),
  );
}

function headingOf({ index, block, level, id }: Heading, shown: Shown): Markup {
  const { id: place, ...attributes } = shown.attributes(index);
  const words = tag('span', { id: place ?? null }, markerOf(block), shown.words(index, block));
  return tag(`h${level}`, { ...attributes, id }, words);
}
