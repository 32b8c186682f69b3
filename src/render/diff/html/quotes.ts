/** What both versions say, side by side: quotes with their places, the words that went and came marked. */
import type { Change, Diff } from '../../../model/diff.ts';
import type { Commitment, DocumentRecord, Evidence } from '../../../model/report.ts';
import { type ChangeSide, changeSides, sideOf } from '../../change-sides.ts';
import { fragment, type Markup, tag } from '../../html/markup.ts';
import { place } from '../../place.ts';
import { type Mark, wordMarks } from '../../word-marks.ts';

/** Commitments of a version by id, to quote those that a change names only. */
export type ById = ReadonlyMap<string, Commitment>;

/** A stretch of what a side says: a stem, or a sentence of its own. */
interface Stretch {
  readonly text: string;
  readonly isStem: boolean;
  /** Where a sentence stands; null for stems and where it is not known. */
  readonly evidence: Evidence | null;
}

/** Two figures; where one side says nothing, a sentence stands in its place. */
export function quotePair(change: Change, documents: Diff['documents'], byId: readonly [ById, ById]): Markup {
  const sides = changeSides(change);
  const ids = [change.also.map(({ oldId }) => oldId), change.also.map(({ newId }) => newId)] as const;
  const old = stretchesOf(sides[0], ids[0], byId[0]);
  const now = stretchesOf(sides[1], ids[1], byId[1]);
  const marks = old.length > 0 && now.length > 0 ? wordMarks(textOf(old), textOf(now)) : null;
  return tag(
    'div',
    { class: 'sides' },
    old.length > 0
      ? side('Was', old, marks?.[0], change.before?.ref ?? null, documents[0])
      : absent('Was not there.', change.fields.closest?.before, change.similarity),
    now.length > 0
      ? side('Now', now, marks?.[1], change.after?.ref ?? null, documents[1])
      : absent('No longer there.', change.fields.closest?.after, change.similarity),
  );
}

/** What a side says, in the order of its document: the quote of the change, and other sentences of a split or merger. */
function stretchesOf(side: ChangeSide | null, others: readonly (string | null)[], byId: ById): Stretch[] {
  if (side === null) return [];
  const sides = [side];
  for (const id of others) {
    const other = id === null ? undefined : byId.get(id);
    if (other !== undefined && !sides.some(({ evidence }) => evidence?.start === other.evidence.start)) {
      sides.push(sideOf(other));
    }
  }
  sides.sort((one, two) => (one.evidence?.start ?? 0) - (two.evidence?.start ?? 0));
  return sides.flatMap(({ stem, quote, evidence }, index) => {
    const isSaid = stem === '' || sides[index - 1]?.stem === stem;
    return [
      ...(isSaid ? [] : [{ text: stem, isStem: true, evidence: null }]),
      { text: quote, isStem: false, evidence },
    ];
  });
}

const textOf = (stretches: readonly Stretch[]): string => stretches.map(({ text }) => text).join(' ');

function side(
  word: string,
  stretches: readonly Stretch[],
  marks: readonly Mark[] | undefined,
  ref: string | null,
  document: DocumentRecord,
): Markup {
  const places = stretches.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
  const first = places[0];
  const parts = [
    ...(ref === null ? [] : [ref]),
    ...(first === undefined ? [] : [wherePage(first), sectionOf(first, document)]),
  ].filter((part) => part !== '');
  return tag(
    'figure',
    {},
    tag('figcaption', {}, tag('b', {}, word), ...parts.map((part) => fragment(' ', tag('span', {}, part)))),
    tag('blockquote', { lang: foreign(document.language) }, ...written(stretches, marks)),
  );
}

/** The stretches with their marks, which are of all of them joined by spaces. */
function written(stretches: readonly Stretch[], marks: readonly Mark[] | undefined): Markup[] {
  let at = 0;
  return stretches.map(({ text, isStem }) => {
    const pieces = marks === undefined ? [text] : within(marks, at, at + text.length).map(marked);
    at += text.length + 1;
    return tag('p', { class: isStem ? 'stem' : null }, ...pieces);
  });
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
function absent(words: string, closest: string | number | null | undefined, similarity: number): Markup {
  return tag(
    'div',
    { class: 'absent' },
    tag('p', {}, words),
    closest === null || closest === undefined
      ? null
      : tag('p', {}, `Closest, with a similarity of ${similarity.toFixed(2)}: `, tag('q', {}, String(closest))),
  );
}

/** `p. 14`, with the page of the file where another number is printed on it. */
export function wherePage(evidence: Evidence): string {
  const printed = place(evidence);
  const { page, pageLabel } = evidence;
  return page === null || pageLabel === null || pageLabel === String(page) ? printed : `${printed} (PDF p. ${page})`;
}

function sectionOf({ sectionId }: Evidence, { sections }: DocumentRecord): string {
  return sections.find(({ id }) => id === sectionId)?.title ?? '';
}

/** The language of a document where it is not that of the page. */
export function foreign(language: string | null): string | null {
  return language !== null && language !== 'en' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)
    ? language
    : null;
}
