/** The screen of `pmed kwic`: what was found in one document, how often, and each hit between the words around it. */
import type { KwicCount } from '../model/kwic.ts';
import type { KwicPart } from '../model/kwic-part.ts';
import { readableDate } from './dates.ts';
import { harmless } from './harmless.ts';
import { hitLines } from './kwic/lines.ts';
import { counted, grouped } from './numbers.ts';
import { leftOut } from './report/phrases.ts';
import { blocksText, type ScreenOptions, sign } from './screen.ts';
import { shortened } from './shorten.ts';
import { balanced, listed } from './wrap.ts';

/** Lines that the default screen spends on hits. */
const LINES = 40;
/** Forms that the default screen counts, and the longest that it shows, in characters. */
const FORMS = 8;
const LONGEST_FORM = 40;

/** What is said of the documents without hits, after the others: of a single one what it is. */
export function renderWithoutHits(
  parts: readonly Pick<KwicPart, 'document' | 'count'>[],
  searched: number,
  screen: ScreenOptions,
): string {
  const [only] = parts;
  if (only === undefined) return '';
  if (searched === 1) return renderKwic({ ...only, hits: [] }, screen);
  return `${counted(parts.length, 'document')} of ${grouped(searched)} without hits.\n`;
}

/** One document as a screen, or a line where it has no hits; empty where none was read. */
export function renderKwic(
  { document, count, hits }: Pick<KwicPart, 'document' | 'count' | 'hits'>,
  screen: ScreenOptions,
): string {
  if (document === null || count === null) return '';
  const { title, name, date } = document;
  const facts = [
    title === null ? null : harmless(name),
    date === null ? 'no date found' : readableDate(date.value),
    document.pages === null ? null : counted(document.pages, 'page'),
    counted(document.words, 'word'),
    hits.length === 0 ? 'no hits' : counted(hits.length, 'hit'),
    hits.length === 0 || count.per1000Words === null ? null : `${count.per1000Words} per 1,000 words`,
  ].filter((fact) => fact !== null);
  const dot = ` ${sign('dot', screen)} `;
  if (hits.length === 0) return blocksText([listed([harmless(title ?? name), ...facts], dot, screen.width)]);
  const shown = screen.all ? hits : hits.slice(0, LINES);
  const lines = hitLines(shown, document, screen);
  return blocksText([
    [
      ...balanced(harmless(title ?? name), screen.width).map(screen.paint.head),
      ...listed(facts, dot, screen.width),
      ...(count.forms.length < 2 ? [] : listed(formsOf(count, screen), dot, screen.width)),
    ],
    [...lines, ...leftOut(hits.length - shown.length, screen)],
  ]);
}

/** `publish 7`, `published 3`, `4 other forms 5`. */
function formsOf({ forms }: KwicCount, { all }: ScreenOptions): string[] {
  const shown = all || forms.length <= FORMS + 1 ? forms : forms.slice(0, FORMS);
  const rest = forms.slice(shown.length);
  const words = shown.map(({ form, count }) => `${shortened(harmless(form), LONGEST_FORM)} ${grouped(count)}`);
  if (rest.length === 0) return words;
  return [
    ...words,
    `${counted(rest.length, 'other form')} ${grouped(rest.reduce((sum, { count }) => sum + count, 0))}`,
  ];
}
