/** Says what a noun phrase names: the speaker, a body, bodies that others direct, an instrument, or a thing. */

import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';

/**
 * What a subject is: the speaker (`own`), a body or person that can be held to its word (`agent`), bodies that others
 * direct (`others`: providers, schools), a plan, scheme or law through which a body acts (`instrument`), part of the
 * text itself (`text`), a pronoun that points at something said before (`pronoun`), `none`, or anything else (`thing`).
 */
export type SubjectClass = 'own' | 'agent' | 'others' | 'instrument' | 'text' | 'pronoun' | 'thing' | 'none';

/** The word lists of `packs/en/agent.yaml`, by class. */
export interface AgentLists {
  readonly own: readonly string[];
  readonly bodies: readonly string[];
  readonly others: readonly string[];
  readonly instruments: readonly string[];
  readonly text: readonly string[];
}

/** Decides the class of noun phrases for one document. */
export interface Names {
  /** Class of the phrase `from`…`to` with its head noun at `head`. */
  readonly classify: (tokens: readonly Token[], from: number, to: number, head: number) => SubjectClass;
  /** Where a name that ends at `to` ends with its of-phrase, at most `end`. */
  readonly extend: (tokens: readonly Token[], to: number, end: number) => number;
  /** The last proper name that is a body in a range, or null. */
  readonly lastName: (tokens: readonly Token[], from: number, end: number) => readonly [number, number] | null;
}

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;

/**
 * @param publisher the document's publisher, whose names count as the speaker; null where unknown
 */
export function compileNames(lists: AgentLists, publisher: string | null): Names {
  const own = new Set(lists.own);
  const bodies = new Set(lists.bodies);
  const others = new Set(lists.others);
  const instruments = new Set(lists.instruments);
  const text = new Set(lists.text);
  const speaker = speakerWords(publisher);

  const classify: Names['classify'] = (tokens, from, to, head) => {
    const words = tokens.slice(from, to);
    const noun = tokens[head]?.lower ?? '';
    const base = singular(noun);
    const first = words[0];
    const isPlural = noun !== base && !bodies.has(noun);
    if (isSpeaker(words, speaker)) return 'own';
    if (text.has(noun) || text.has(base)) return 'text';
    if (own.has(noun)) return first?.lower === 'other' || isPlural ? 'others' : 'own';
    if (bodies.has(noun)) return isGeneric(words) ? 'others' : 'agent';
    if (others.has(noun) || others.has(base)) return 'others';
    if (bodies.has(base)) return 'others';
    if (instruments.has(noun) || instruments.has(base)) return 'instrument';
    if (isProperName(words, from === 0)) return 'agent';
    // An abbreviation or a name of several capitals that is no known thing: a body more often than not.
    const token = tokens[head];
    if (token && token.tags & Tag.upper && token.text.length >= 2 && token.text.length <= 7 && !/\d/.test(token.text))
      return 'agent';
    return 'thing';
  };

  return {
    classify,
    extend: (tokens, to, end) => {
      let at = to;
      if (tokens[at]?.lower === 'of' || tokens[at]?.lower === 'for') {
        let k = at + 1;
        while (k < end && isNamePart(tokens[k])) k++;
        while (k > at + 1 && !((tokens[k - 1]?.tags ?? 0) & Tag.capital)) k--;
        if (k > at + 1) at = k;
      }
      if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && (tokens[at + 1]?.tags ?? 0) & Tag.upper) at += 3;
      return at;
    },
    lastName: (tokens, from, end) => {
      let stop = end;
      while (stop > from && !((tokens[stop - 1]?.tags ?? 0) & Tag.capital)) stop--;
      let start = stop;
      while (start > from && isNamePart(tokens[start - 1]) && !((tokens[start - 1]?.tags ?? 0) & Tag.preposition))
        start--;
      if (start >= stop || stop !== end) return null;
      const kind = classify(tokens, start, stop, stop - 1);
      return kind === 'agent' || kind === 'own' ? [start, stop] : null;
    },
  };
}

const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & Tag.capital) !== 0 ||
    token.text === '&' ||
    token.text === ',' ||
    token.lower === 'and' ||
    token.lower === 'of' ||
    token.lower === 'the' ||
    token.lower === 'for');

/** Whether every word of weight is capitalised, so that the phrase is somebody's name; at a sentence's start one word is no proof. */
function isProperName(words: readonly Token[], atStart: boolean): boolean {
  const content = words.filter(
    (word) => !(word.tags & (Tag.punctuation | Tag.determiner)) && !FUNCTION.has(word.lower),
  );
  if (content.length === 0 || content.some((word) => !(word.tags & Tag.capital) || word.tags & Tag.number))
    return false;
  const [only] = content;
  if (content.length > 1 || !only) return true;
  return !atStart || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(only.text);
}

/** "a council", "any board", "every trust": no body in particular. */
const isGeneric = (words: readonly Token[]): boolean =>
  words[0] !== undefined &&
  ['a', 'an', 'any', 'every', 'each', 'no', 'all', 'other', 'such', 'individual'].includes(words[0].lower);

const FUNCTION = new Set('the of for and in to on a an uk us by with'.split(' '));

interface Speaker {
  readonly words: ReadonlySet<string>;
  /** Words by which alone it is called: "Harbour" of the Harbour Party, "Norwell" of Norwell Inc. */
  readonly short: ReadonlySet<string>;
  readonly initials: string;
}

function speakerWords(publisher: string | null): Speaker {
  const parts = (publisher ?? '').replace(/\([^()]*\)/g, ' ').match(/[\p{L}\p{N}']+/gu) ?? [];
  const names = parts.map((part) => part.toLowerCase()).filter((part) => !FUNCTION.has(part));
  return { words: new Set(names), short: shortNames(names), initials: names.map((name) => name.charAt(0)).join('') };
}

/** What makes a name a party's or a company's, which is called by the words before it. */
const LEGAL_FORMS = new Set('party inc incorporated ltd limited llc plc gmbh'.split(' '));

/** The words of a party's or company's name that stand for it alone; none of other bodies, whose words name what they do. */
function shortNames(names: readonly string[]): ReadonlySet<string> {
  const form = names.findIndex((name) => LEGAL_FORMS.has(name));
  if (form <= 0) return new Set();
  const [first = ''] = names;
  // A party goes by the word before "Party" ("Scottish Harbour Party"), a company by the first of its name.
  const name = names[form] === 'party' ? (names[form - 1] ?? first) : first;
  return new Set([name, `${name}s`]);
}

/** Whether a phrase names the publisher: its initials, the word it goes by, or all of its content words. */
function isSpeaker(words: readonly Token[], speaker: Speaker): boolean {
  if (speaker.words.size === 0) return false;
  const content = words.filter(
    (word) => !FUNCTION.has(word.lower) && !(word.tags & (Tag.punctuation | Tag.determiner)),
  );
  const [only] = content;
  if (!only) return false;
  if (content.length === 1 && speaker.initials.length > 1 && only.lower === speaker.initials) return true;
  if (content.length === 1 && speaker.short.has(only.lower) && only.tags & Tag.capital) return true;
  return content.every((word) => speaker.words.has(word.lower)) && (content.length > 1 || speaker.words.size === 1);
}
