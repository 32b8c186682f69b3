/** What both versions say, side by side: quotes with their places, the words that went and came marked. */
import type { Diff } from '../../../model/diff.ts';
import type { DocumentRecord } from '../../../model/report.ts';
import { fragment, type Markup, tag } from '../../html/markup.ts';
import { foreign, sectionOf, wherePage } from '../../html/where.ts';
import type { Mark } from '../../word-marks.ts';
import type { AnyChange } from '../any-change.ts';
import type { DiffContext } from '../options.ts';
import { bothSaid, type Said } from '../said.ts';

/** Two figures; where one side says nothing, a sentence stands in its place. */
export function quotePair(change: AnyChange, documents: Diff['documents'], context: DiffContext): Markup {
  const { old, now, closest } = bothSaid(change, context, 'always');
  const near = change.fields.closest;
  return tag(
    'div',
    { class: 'sides' },
    old.length > 0
      ? side('Was', old, change.before?.ref ?? null, documents[0])
      : absent('Was not there.', near?.before, closest),
    now.length > 0
      ? side('Now', now, change.after?.ref ?? null, documents[1])
      : absent('No longer there.', near?.after, closest),
  );
}

function side(word: string, said: readonly Said[], ref: string | null, document: DocumentRecord): Markup {
  const first = said[0]?.evidence ?? null;
  const parts = [
    ...(ref === null ? [] : [ref]),
    ...(first === null ? [] : [wherePage(first), sectionOf(first, document)]),
  ].filter((part) => part !== '');
  return tag(
    'figure',
    {},
    tag('figcaption', {}, tag('b', {}, word), ...parts.map((part) => fragment(' ', tag('span', {}, part)))),
    tag('blockquote', { lang: foreign(document.language) }, ...said.map(written)),
  );
}

/** A stem in a paragraph of its own, and the quote. */
function written({ marks, stem }: Said): Markup {
  return fragment(
    stem === 0 ? null : tag('p', { class: 'stem' }, ...within(marks, 0, stem - 1).map(marked)),
    tag('p', {}, ...within(marks, stem, Number.POSITIVE_INFINITY).map(marked)),
  );
}

/** The marks between two offsets into their text, cut where they reach beyond. */
function within(marks: readonly Mark[], from: number, to: number): Mark[] {
  let at = 0;
  return marks.flatMap(({ text, kind }) => {
    const start = at;
    at += text.length;
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return piece === '' ? [] : [{ text: piece, kind }];
  });
}

function marked({ text, kind }: Mark): Markup | string {
  switch (kind) {
    case 'same':
      return text;
    case 'gone':
      return tag('del', {}, text);
    case 'come':
      return tag('ins', {}, text);
  }
}

/** Where nothing is said: with what comes closest, that a reader may judge whether it is the same after all. */
function absent(words: string, near: string | number | null | undefined, similarity: number | null): Markup {
  return tag(
    'div',
    { class: 'absent' },
    tag('p', {}, words),
    near === null || near === undefined || similarity === null
      ? null
      : tag('p', {}, `Closest, with a similarity of ${similarity.toFixed(2)}: `, tag('q', {}, String(near))),
  );
}
