/** What web pages and Word documents are made of, and how it becomes a document's text, blocks and page. */
import type { Block, BlockKind, BlockRole, Page, SourcePlace } from '../../model/document.ts';
import { CleanText } from './clean.ts';
import { withContents } from './contents.ts';
import { withLegends } from './legends.ts';
import { readMarker } from './markers.ts';
import { isContentsEntry, isTitleLike } from './titles.ts';

/** A paragraph, heading, item, row or note before its text is cleaned. */
export interface Passage {
  readonly kind: BlockKind;
  /** Headings: 1 is the highest. Items: how far they are indented in any measure. */
  readonly level: number;
  /** As the source has it: white space counts once. Empty for rows. */
  readonly text: string;
  /** Of a table row: its cells by column, empty strings where there is nothing. */
  readonly cells: readonly string[] | null;
  /** Of a table row: the names of all columns. */
  readonly header: readonly string[] | null;
  /** The bullet, number or letter that the source counts out and does not spell out. */
  readonly marker: string | null;
  /** Whether all its words are bold. */
  readonly isBold: boolean;
  /** What it is there for, where the source says so; null otherwise. */
  readonly role: BlockRole | null;
  /**
   * Where each of its lines (one more than it has line breaks of its author's) or cells stands in the source; null for one
   * without words. Empty where that is not known.
   */
  readonly places: readonly (SourcePlace | null)[];
}

/** What stands in a passage's text for a line break that its author made. */
export const LINE_BREAK = '\u2028';

/** A document's text and what it is made of. */
export interface Composed {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
}

type Words = Pick<Block, 'kind' | 'text' | 'marker' | 'header'> & {
  level: number;
  role: BlockRole | null;
  readonly source: SourcePlace | null;
};

/** A passage of text. */
export function passage(kind: BlockKind, text: string, more: Partial<Passage> = {}): Passage {
  return {
    kind,
    level: 1,
    text,
    cells: null,
    header: null,
    marker: null,
    isBold: false,
    role: null,
    places: [],
    ...more,
  };
}

/** A row of a table. */
export function rowPassage(
  cells: readonly string[],
  header: readonly string[] | null,
  places: Passage['places'] = [],
): Passage {
  return passage('cell', '', { cells, header, places });
}

/** Text as a reader would cite it: single spaces, no control characters or soft hyphens, ligatures spelt out. */
export function cleanWords(text: string): string {
  const clean = new CleanText(text);
  clean.add(0, text.length);
  return clean.finish()?.text ?? '';
}

/**
 * Puts a document together from its passages: one after the other with a blank line between. Numbers and letters of items,
 * headings and notes are printed before their block and are not part of it; bullets are left out.
 */
export function compose(passages: readonly Passage[]): Composed {
  const blocks: Block[] = [];
  const printed: string[] = [];
  let length = 0;
  for (const { kind, role, level, text, marker, header, source } of withHeadings(passages)) {
    const shown = marker !== null && /[\p{L}\p{N}]/u.test(marker) ? `${marker} ` : '';
    const before = length === 0 ? shown : `\n\n${shown}`;
    printed.push(before, text);
    const start = length + before.length;
    length = start + text.length;
    blocks.push({
      kind,
      ...(role === null ? {} : { role }),
      level,
      start,
      end: length,
      text,
      pieces: [{ at: 0, start }],
      parts: [{ page: 1, start, end: length, box: null }],
      marker,
      header,
      ...(source === null ? {} : { source }),
    });
  }
  return {
    text: printed.join(''),
    blocks: withContents(withLegends(blocks)),
    pages: [{ page: 1, label: null, start: 0, end: length, legible: true }],
  };
}

/** The words of passages; bold lines that stand alone are headings below the last one, or the first of all. */
function withHeadings(passages: readonly Passage[]): Words[] {
  let level = 0;
  /** How far the open items are indented. */
  let indents: number[] = [];
  const out: Words[] = [];
  for (const one of passages.flatMap(divided)) {
    const words = wordsOf(one);
    if (words === null) continue;
    if (words.role === 'contents' || words.role === 'struck') {
      out.push(words.kind === 'item' ? { ...words, level: 1 } : words);
      continue;
    }
    if (words.kind === 'heading') level = words.level;
    if (words.kind === 'item') {
      while ((indents.at(-1) ?? -1) >= words.level) indents.pop();
      indents.push(words.level);
      words.level = indents.length;
    } else if (words.kind !== 'note') indents = [];
    const isPlain = words.kind === 'paragraph' || (words.kind === 'item' && /^\d/.test(words.marker ?? ''));
    out.push(
      one.isBold && isPlain && words.role === null && isTitleLike(words.text)
        ? { ...words, kind: 'heading', level: Math.min(level + 1, 6) }
        : words,
    );
  }
  return out;
}

/** The passages that one is where its author typed the bullets or numbers of a list, with line breaks between. */
function divided(one: Passage): readonly Passage[] {
  if (!one.text.includes(LINE_BREAK) || (one.kind !== 'paragraph' && one.kind !== 'item')) return [one];
  const parts: { text: string; readonly places: (SourcePlace | null)[] }[] = [];
  let marks = 0;
  for (const [index, line] of one.text.split(LINE_BREAK).entries()) {
    const place = one.places.slice(index, index + 1);
    const clean = cleanWords(line);
    const isMarked = readMarker(clean, 0, clean.length) !== null;
    if (isMarked) marks++;
    const last = isMarked ? undefined : parts.at(-1);
    if (last === undefined) parts.push({ text: line, places: place });
    else {
      last.text += ` ${line}`;
      last.places.push(...place);
    }
  }
  if (marks < 2) return [one];
  return parts.map((part, index) => ({ ...one, ...part, ...(index === 0 ? {} : { marker: null }) }));
}

/** A passage with its text cleaned and the number that is typed before it set apart; null where nothing is left. */
function wordsOf(one: Passage): Words | null {
  const source = one.places.reduce(around, null);
  if (one.cells !== null) return rowOf(one.cells, one.header, one.role, source);
  const text = cleanWords(one.text);
  if (text === '') return null;
  const { kind, level, marker, role } = one;
  const plain: Words = { kind, level, text, marker, header: null, role, source };
  if (kind === 'note' || kind === 'furniture' || role === 'contents' || role === 'struck') return plain;
  if (isContentsEntry(text, 0, text.length)) return { ...plain, role: 'contents' };
  const typed = readMarker(text, 0, text.length);
  if (typed === null || (marker !== null && /[\p{L}\p{N}]/u.test(marker) && typed.style !== 'bullet')) return plain;
  const rest: Words = { ...plain, text: text.slice(typed.end), marker: typed.text };
  if (typed.style === 'bullet') {
    if (kind === 'heading' || !typed.sure) return plain;
    return kind === 'item' ? { ...rest, marker: marker ?? typed.text } : { ...rest, kind: 'item', level: 1 };
  }
  if (kind === 'heading') return rest;
  if (typed.style === 'section') return typed.sure ? rest : plain;
  if (typed.style === 'letter' && !typed.sure) return plain;
  return kind === 'item' ? rest : { ...rest, kind: 'item', level: 1 };
}

/** A row as its filled cells, and the names of their columns. */
function rowOf(
  cells: readonly string[],
  header: readonly string[] | null,
  role: BlockRole | null,
  source: SourcePlace | null,
): Words | null {
  const filled = cells
    .map((cell, column) => ({ text: cleanWords(cell), name: cleanWords(header?.[column] ?? '') }))
    .filter(({ text }) => text !== '');
  if (filled.length === 0) return null;
  const names = filled.map(({ name }) => name);
  return {
    kind: 'cell',
    level: 1,
    text: filled.map(({ text }) => text).join(' | '),
    marker: null,
    header: names.some((name) => name !== '') ? names : null,
    role,
    source,
  };
}

/** The least range that holds two places, of which either may be unknown. */
export function around(one: SourcePlace | null, other: SourcePlace | null): SourcePlace | null {
  if (one === null || other === null) return one ?? other;
  const first = other.start < one.start ? other : one;
  return { start: first.start, end: Math.max(one.end, other.end), line: first.line };
}
