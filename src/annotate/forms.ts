/** The distinct words of the texts read so far, as they are written: what holds for a word wherever it stands. */
import { tagsOf } from './lexicon.ts';
import { asMeant } from './misread.ts';
import { Tag } from './tags.ts';

/** A word, number or mark as written, whatever its context. */
export interface Form {
  /** As written, apostrophes and dashes folded to ASCII. */
  readonly text: string;
  /** `text` in lower case; of a word that a machine misread what it stands for. */
  readonly lower: string;
  /** Bit set of `Tag`s. */
  readonly tags: number;
  /** Dense number from 0 in the order of first use, or -1 beyond the table's limit. */
  readonly number: number;
}

/** Distinct words of real text are few; past this many the text is noise, and words are judged one by one. */
export const MOST_FORMS = 200_000;

const FOLDED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '–',
  '—': '–',
  '―': '–',
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
};

/** By number: the forms, and the texts that they were read from. */
const forms: Form[] = [];
const written: string[] = [];
/**
 * A hash table with open addresses, so that a word that was met before is found by its letters, without making a string:
 * numbers of forms plus one, 0 where nothing is. At most half full.
 */
let places = new Int32Array(1 << 14);

/**
 * The form of the half-open range of a text.
 * @param isWord whether it begins as a word does; else it is a mark
 */
export function formAt(text: string, from: number, to: number, isWord: boolean): Form {
  const mask = places.length - 1;
  let place = hashOf(text, from, to) & mask;
  for (;;) {
    const number = (places[place] ?? 0) - 1;
    if (number < 0) break;
    const form = forms[number];
    if (form && stands(written[number] ?? '', text, from, to)) return form;
    place = (place + 1) & mask;
  }
  // Made of its letters: a slice would keep all of the text in memory.
  return learn([...text.slice(from, to)].join(''), isWord, place);
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function stands(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at++) if (word.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  return true;
}

function learn(raw: string, isWord: boolean, place: number): Form {
  const isFull = forms.length >= MOST_FORMS;
  const form = formOf(raw, isWord, isFull ? -1 : forms.length);
  if (isFull) return form;
  written.push(raw);
  places[place] = forms.push(form);
  if (2 * forms.length > places.length) grow();
  return form;
}

function grow(): void {
  places = new Int32Array(2 * places.length);
  const mask = places.length - 1;
  written.forEach((word, number) => {
    let place = hashOf(word, 0, word.length) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = number + 1;
  });
}

const isUpper = (c: number) => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);

function formOf(raw: string, isWord: boolean, number: number): Form {
  const text = raw.length === 1 ? (FOLDED[raw] ?? raw) : raw.replaceAll('’', "'");
  const spelt = text.toLowerCase();
  const lower = isWord ? asMeant(spelt) : spelt;
  let tags = isWord || text.length > 1 ? tagsOf(lower) : Tag.punctuation;
  if (isUpper(text.charCodeAt(0))) {
    tags |= Tag.capital;
    if (text.length > 1 && text === text.toUpperCase() && text !== spelt) tags |= Tag.upper;
  }
  return { text: text === lower ? lower : text, lower, tags, number };
}
