/** One commitment as a row of the page's table, which opens what it rests on. */
import type { Commitment, DocumentRecord } from '../../../../model/report.ts';
import { by } from '../../../commitments/table.ts';
import { type Content, type Markup, tag } from '../../../html/markup.ts';
import { foreign, sectionOf } from '../../../html/where.ts';
import { place } from '../../../place.ts';
import { what, who } from '../../../undertaking.ts';
import type { Around } from './context.ts';
import { type Fact, factsOf } from './facts.ts';
import { markedQuote } from './quote.ts';

/** What a row shows besides its commitment. */
export interface RowContext {
  readonly document: DocumentRecord;
  readonly around: Around;
  /** The same commitment elsewhere, and what it restates; null where it is said first. */
  readonly again: readonly Commitment[];
  readonly first: Commitment | null;
  /** Names of its themes. */
  readonly themes: readonly string[];
  /** By what it can be picked out: values of the facets, by their attributes. */
  readonly facets: Readonly<Record<string, string>>;
  /** Whether its evidence is marked in the text of the page. */
  readonly isInText: boolean;
}

export function commitmentRow(commitment: Commitment, context: RowContext): Markup {
  const { ref, strengthLabel, deadline, evidence } = commitment;
  const { document, themes, facets, isInText } = context;
  const due = by(commitment);
  const where = place(evidence);
  return tag(
    'tr',
    { id: ref, ...facets },
    tag('th', { scope: 'row' }, tag('a', { href: `#${ref}` }, ref)),
    tag('td', { class: strengthLabel }, strengthLabel),
    tag('td', {}, who(commitment, document.publisher)),
    tag('td', {}, tag('details', {}, tag('summary', {}, whatOf(commitment)), detailOf(commitment, context))),
    due === null
      ? tag('td', { class: 'x' }, 'no date')
      : tag('td', {}, deadline?.end ? tag('time', { datetime: deadline.end }, due) : due),
    tag('td', {}, isInText ? tag('a', { href: `#${ref}-text` }, where === '' ? 'text' : where) : where),
    tag('td', {}, themes.join(', ')),
  );
}

/** What is undertaken, and the measures that its words leave out. */
function whatOf(commitment: Commitment): Content {
  const words = what({ ...commitment, conditions: [] });
  const actor = commitment.actor.text ?? '';
  const more = commitment.targets
    .map(({ text }) => text)
    .filter((text) => !words.includes(text) && !actor.includes(text));
  return more.length === 0 ? words : [words, ' ', tag('small', {}, more.join('; '))];
}

function detailOf(commitment: Commitment, { document, around, again, first, isInText }: RowContext): Content {
  const { ref, evidence, stem } = commitment;
  const { page, pageLabel } = evidence;
  const leaf = page === null || pageLabel === null || pageLabel === String(page) ? '' : `PDF page ${page}`;
  const where = [leaf, sectionOf(evidence, document)].filter((part) => part !== '').join(' · ');
  return [
    tag(
      'blockquote',
      { lang: foreign(document.language) },
      stem === null ? null : tag('p', { class: 'x' }, stem.quote),
      around.heads === '' ? null : tag('p', { class: 'x' }, around.heads),
      tag(
        'p',
        {},
        around.before === '' ? null : tag('span', { class: 'x' }, `${around.before} `),
        tag('span', { class: 'q' }, ...markedQuote(commitment)),
        around.after === '' ? null : tag('span', { class: 'x' }, ` ${around.after}`),
      ),
    ),
    tag(
      'p',
      { class: 'src' },
      tag('cite', {}, evidence.cite),
      where === '' ? '' : ` · ${where}`,
      isInText ? tag('span', { class: 'go' }, ' · ', tag('a', { href: `#${ref}-text` }, 'in the text')) : null,
    ),
    tag('dl', {}, ...factsOf(commitment, again, first).map(pairOf)),
  ];
}

const pairOf = ([name, ...told]: Fact): Content => [tag('dt', {}, name), tag('dd', {}, ...told)];
