/** Says what a noun phrase names: the speaker, a body, bodies that others direct, an instrument, or a thing. */

import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Abbreviations } from './abbreviations.ts';
import { isNameWord, type ProperNames, SMALL } from './proper-name.ts';
import type { Speaker } from './speaker.ts';

/**
 * What a subject is: the speaker (`own`), a body or person that can be held to its word (`agent`), bodies that others
 * direct (`others`: providers, schools), a plan, scheme or law through which a body acts (`instrument`), part of the
 * text itself (`text`), a pronoun that points at something said before (`pronoun`), `none`, or anything else (`thing`).
 */
export type SubjectClass = 'own' | 'agent' | 'others' | 'instrument' | 'text' | 'pronoun' | 'thing' | 'none';

/** The word lists of `packs/en/agent.yaml`, by class. */
export interface AgentLists {
  readonly own: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly proper: ReadonlySet<string>;
  readonly collectives: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

/** Decides the class of noun phrases for one document; ranges are half-open and of tokens. */
export interface Names {
  /** Class of the phrase `from`…`to` with its head noun at `head`. */
  readonly classify: (tokens: readonly Token[], from: number, to: number, head: number) => SubjectClass;
  /** Whether a phrase ends in the name of a body that the lists, the text or the user tell of, or is an abbreviation. */
  readonly isKnown: (tokens: readonly Token[], from: number, to: number) => boolean;
  /** Whether a head noun, or the abbreviation of a name with such a head, is a plan, report or the like. */
  readonly isDocument: (head: Token) => boolean;
  /** Where a name that ends at `to` ends with its of-phrase, at most `end`. */
  readonly extend: (tokens: readonly Token[], to: number, end: number) => number;
  /** Where a phrase begins that begins at `from`, or earlier where "and" cut its name in two. */
  readonly begin: (tokens: readonly Token[], from: number) => number;
  /** The noun phrase that begins at `from`, at most to `end`, where it names the speaker or a body; or null. */
  readonly phraseAt: (tokens: readonly Token[], from: number, end: number) => readonly [number, number] | null;
  /** The last proper name that is a body in a range, or null. */
  readonly lastName: (tokens: readonly Token[], from: number, end: number) => readonly [number, number] | null;
}

/** What the names of one document are told by. */
export interface NameFacts {
  readonly lists: AgentLists;
  readonly grammar: ProperNames;
  readonly speaker: Speaker;
  /** The short names that the text defines; asked for when a word in capitals is met. */
  readonly abbreviations: () => Abbreviations;
  /** The document's title, or null. */
  readonly title: string | null;
  /** Short names, in lower case, that the user gave. */
  readonly given: ReadonlyMap<string, string>;
}

/** The singular of a regular plural; other words as they are. */
const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;

export function compileNames({ lists, grammar, speaker, abbreviations, title, given }: NameFacts): Names {
  const { own, bodies, proper, collectives, others, documents, instruments, text, things } = lists;

  const titled = (title ?? '').match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.join('') ?? '';

  /** The class of a noun by its own word; null where the lists do not know it. */
  const listed = (noun: string, isGeneric: boolean, isOther: boolean): SubjectClass | null => {
    const base = singular(noun);
    if (text.has(noun) || text.has(base)) return 'text';
    if (things.has(noun) || things.has(base)) return 'thing';
    if (own.has(noun)) return isOther ? 'others' : 'own';
    if (bodies.has(noun) || proper.has(noun) || collectives.has(noun)) return isGeneric ? 'others' : 'agent';
    if (others.has(noun) || others.has(base) || bodies.has(base) || own.has(base)) return 'others';
    if (documents.has(noun) || documents.has(base)) return 'instrument';
    return instruments.has(noun) || instruments.has(base) ? 'instrument' : null;
  };

  /** The full name that a word in capitals stands for, or null. */
  const fullName = (token: Token): string | null =>
    (token.tags & Tag.upper) !== 0 || /^\p{Lu}+s$/u.test(token.text)
      ? (abbreviations().get(token.lower) ?? null)
      : null;

  const classify: Names['classify'] = (tokens, from, to, head) => {
    const words = tokens.slice(from, to);
    const token = tokens[head];
    const first = words[0];
    if (speaker.isCalled(weighty(words))) return 'own';
    // "Reappointing the chair will …": what is done, not the body that it is done to.
    if (first && first.tags & Tag.ing && (words[1]?.tags ?? 0) & Tag.determiner) return 'thing';
    const its = listed(token?.lower ?? '', isGeneric(words), first?.lower === 'other');
    if (its) return its;
    if (!token) return 'thing';
    const full = fullName(token);
    const meant = full === null ? null : listed(headOf(full), isGeneric(words), false);
    // An abbreviation of a name is somebody in particular, of the speaker's kind or not.
    if (meant) return meant === 'own' ? 'agent' : meant;
    if (full !== null && /^\p{Ll}/u.test(full.slice(full.lastIndexOf(' ') + 1))) return 'thing';
    if (given.has(token.lower)) return 'agent';
    // "Waste Reduction", "Confidential Information": a heading or a term, for bodies with such heads are listed.
    if (ABSTRACT.test(token.lower) && !(token.tags & Tag.upper)) return 'thing';
    if (isProperName(words, from === 0)) return 'agent';
    // An abbreviation or a name of several capitals that is no known thing: a body more often than not.
    if (token.tags & Tag.upper && token.text.length >= 2 && token.text.length <= 7 && !/\d/.test(token.text))
      return 'agent';
    return 'thing';
  };

  const isBody = (tokens: readonly Token[], from: number, to: number): boolean => {
    const kind = classify(tokens, from, to, to - 1);
    return kind === 'own' || kind === 'agent' || kind === 'others';
  };

  const extend: Names['extend'] = (tokens, to, end) => {
    let at = to;
    if (isNameWord(tokens[to - 1])) at = Math.max(to, grammar.end(tokens, grammar.start(tokens, to - 1), end));
    if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && (tokens[at + 1]?.tags ?? 0) & Tag.upper) at += 3;
    return at;
  };

  return {
    classify,
    isKnown: (tokens, from, to) => {
      const head = tokens[to - 1];
      if (!head || !isBody(tokens, from, to)) return false;
      const words = tokens.slice(from, to);
      const isListed = listed(head.lower, false, false) !== null || listed(headWord(words), false, false) !== null;
      // A cell of capitals alone, such as "ENERGY", is a heading; "FD" is somebody.
      return isListed || speaker.isCalled(weighty(words)) || given.has(head.lower) || isAbbreviation(head);
    },
    isDocument: (head) => {
      // Of a title such as "Harbour Development Plan II", "HDP" is short.
      if (head.tags & Tag.upper && head.text.length > 2 && titled.includes(head.text)) return true;
      const noun = headOf(fullName(head) ?? head.lower);
      return documents.has(noun);
    },
    extend,
    begin: (tokens, from) => {
      const link = tokens[from - 1];
      if (!isNameWord(tokens[from]) || (link?.lower !== 'and' && link?.text !== '&' && link?.text !== ',')) return from;
      const start = isNameWord(tokens[from - 2]) ? grammar.start(tokens, from - 2) : from;
      if (start === from || grammar.end(tokens, start, tokens.length) <= from) return from;
      return (tokens[start - 1]?.tags ?? 0) & Tag.determiner ? start - 1 : start;
    },
    phraseAt: (tokens, from, end) => {
      if (tokens[from]?.lower === 'us') return [from, from + 1];
      let to = from;
      for (; to < end; to++) {
        const token = tokens[to];
        if (!token || (token.tags & CLOSES && !isNameWord(token) && !(token.tags & Tag.determiner))) break;
        // "by the Board established in May": a participle after a body goes on about it.
        if (to > from && token.tags & Tag.past && !(token.tags & Tag.capital) && isBody(tokens, from, to)) break;
      }
      return to > from && isBody(tokens, from, to) ? [from, extend(tokens, to, end)] : null;
    },
    lastName: (tokens, from, end) => {
      const range = grammar.before(tokens, end);
      const start = Math.max(from, range?.[0] ?? end - 1);
      if (!isNameWord(tokens[end - 1])) return null;
      const kind = classify(tokens, start, end, end - 1);
      return kind === 'agent' || kind === 'own' ? [start, end] : null;
    },
  };
}

/** The words of weight in a phrase. */
const weighty = (words: readonly Token[]): string[] =>
  words
    .filter(({ lower, tags }) => !SMALL.has(lower) && !(tags & (Tag.punctuation | Tag.determiner)))
    .map(({ text }) => text);

/** The word before the first "of" or "for" of a phrase, in lower case. */
const headWord = (words: readonly Token[]): string => {
  const link = words.findIndex(({ lower }, i) => i > 0 && (lower === 'of' || lower === 'for'));
  return words[link - 1]?.lower ?? '';
};

/** Longest word in capitals that is an abbreviation rather than a word written large. */
const LONGEST_ABBREVIATION = 5;

const isAbbreviation = ({ text, tags }: Token): boolean =>
  (tags & Tag.upper) !== 0 && text.length <= LONGEST_ABBREVIATION && !/\d/.test(text);

/** Endings of nouns for acts and qualities. */
const ABSTRACT = /(?:tion|ment|ity|ness|ing|ism)s?$/;

/** Tokens with which a noun phrase is over. */
const CLOSES =
  Tag.preposition |
  Tag.punctuation |
  Tag.wh |
  Tag.modal |
  Tag.be |
  Tag.have |
  Tag.conjunction |
  Tag.subordinator |
  Tag.adverb;

/** The head noun of a name, in lower case: "Department of Health" → "department", "Northmoor Trust" → "trust". */
export function headOf(name: string): string {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}'-]+/u);
  const link = words.findIndex((word, i) => i > 0 && (word === 'of' || word === 'for' || word === 'on'));
  return (link > 0 ? words[link - 1] : words.findLast((word) => word !== '')) ?? '';
}

/** Whether every word of weight is capitalised, so that the phrase is somebody's name; at a sentence's start one word is no proof. */
function isProperName(words: readonly Token[], atStart: boolean): boolean {
  const content = words.filter((word) => !(word.tags & (Tag.punctuation | Tag.determiner)) && !SMALL.has(word.lower));
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
