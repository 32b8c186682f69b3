/** The passages that carry a theme: which are shown, where they stand, and which words carry it. */
import type { Theme } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { linked, linkedPlace, type Source } from '../linked.ts';
import { counted, grouped } from '../numbers.ts';
import { place } from '../place.ts';
import type { ScreenOptions } from '../screen.ts';
import { displayWidth, pad, widest } from '../width.ts';
import { hang } from '../wrap.ts';
import { placesOf } from './places.ts';

export type Passage = Theme['evidence'][number];

/** Passages of a theme that are shown. */
const BEST = 3;
/** Words and places of a theme that stand beside it. */
const WORDS = 4;
const PLACES = 5;

/** Words of a passage below which being short is no merit: "Less regulation" tells less than a sentence. */
const SHORT = 30;
/** What a passage is worth that its heading or its neighbours make one of the theme. */
const UNNAMED = 0.7;

/**
 * How well a passage shows its theme: its score, weighed by the words that speak of the theme, each further one less, to
 * its length. A row of a table with a hundred words names many and is about other things as well.
 */
function worth({ quote, score, terms, from }: Passage): number {
  const words = quote.split(' ').length;
  const own = from === 'words' ? Math.sqrt(terms.length) : UNNAMED;
  return (score * own) / (words + SHORT);
}

/**
 * The best passages in the order of the document: those that show the theme best, of equals the first. What is said twice
 * is shown once.
 */
export function bestPassages({ evidence }: { readonly evidence: readonly Passage[] }, most = BEST): readonly Passage[] {
  const ranked = evidence
    .map((passage, position) => ({ passage, position, worth: worth(passage) }))
    .sort((a, b) => b.worth - a.worth || a.position - b.position);
  const said = new Set<string>();
  const best: typeof ranked = [];
  for (const one of ranked) {
    if (best.length >= most) break;
    if (said.has(one.passage.quote)) continue;
    said.add(one.passage.quote);
    best.push(one);
  }
  return best.sort((a, b) => a.position - b.position).map(({ passage }) => passage);
}

/** `recruit, nurses`, or `heading: workforce` where the passage does not name the theme itself. */
export function carriers({ from, terms }: Passage): string {
  if (terms.length === 0) return '';
  const where = from === 'heading' ? 'heading: ' : from === 'around' ? 'nearby: ' : '';
  return where + terms.map((term) => harmless(term)).join(', ');
}

/** `staff (30), nurses (12)`: the words said most. */
export function wordsOf({ terms }: Pick<Theme, 'terms'>, most = WORDS): string {
  return terms
    .slice(0, most)
    .map(({ term, count }) => harmless(term) + (count > 1 ? ` (${grouped(count)})` : ''))
    .join(', ');
}

/**
 * A theme with its best passages below it; with `all` every passage.
 * @param isQuoted false leaves the passages out
 */
export function passageLines(theme: Theme, source: Source, screen: ScreenOptions, isQuoted = true): string[] {
  const { width, paint, all } = screen;
  const shown = !isQuoted ? [] : all ? theme.evidence : bestPassages(theme);
  const label = harmless(theme.label);
  const places = placesOf(theme.evidence, PLACES, (words, own) => linked(words, own, source, screen));
  const facts = [counted(theme.passages, 'passage'), places, wordsOf(theme)].filter((fact) => fact !== '');
  const [first = '', ...rest] = hang(`${label}: ${facts.join('; ')}`, width, ' ', '   ');
  const head = first.startsWith(` ${label}`) ? ` ${paint.id(label)}${first.slice(1 + label.length)}` : first;
  const column = Math.min(Math.floor(width / 4), widest(shown.map(place)));
  const lines = shown.flatMap((passage) => {
    const start = `   ${pad(linkedPlace(passage, source, screen), column)}  `;
    return hang(quotedWithTerms(passage), width, start, ' '.repeat(displayWidth(start)));
  });
  const left = isQuoted ? theme.evidence.length - shown.length : 0;
  return [head, ...rest, ...lines, ...(left > 0 ? [paint.quiet(`   ${grouped(left)} more`)] : [])];
}

/** The passage in quotes, and the words that carry the theme in brackets. */
function quotedWithTerms(passage: Passage): string {
  const said = carriers(passage);
  return `"${harmless(passage.quote)}"${said === '' ? '' : ` [${said}]`}`;
}
