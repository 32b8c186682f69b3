/** Everything that one document and its user say about who is who: the class of noun phrases, and the body that words mean. */
import type { Annotated } from '../../model/annotated.ts';
import type { Actor } from '../../model/report.ts';
import { type Abbreviations, learnAbbreviations } from './abbreviations.ts';
import { findMentions, type Mentions } from './mentions.ts';
import { type AgentLists, compileNames, headOf, type Names } from './names.ts';
import { type ProperNames, properNames } from './proper-name.ts';
import { namedWe, type Speaker, speakerOf, wordsOf } from './speaker.ts';

/** A name, and how it was come by. */
export interface Meaning {
  readonly name: string | null;
  readonly resolvedBy: Actor['resolvedBy'];
}

/** Who is who in one document. */
export interface Who {
  readonly names: Names;
  readonly speaker: Speaker;
  /**
   * The body that a noun phrase means: the full name of an abbreviation, the publisher for "the Trust" where that is one, else
   * the body of that kind named last; otherwise the phrase itself without its article.
   * @param sentence position in `Annotated.sentences` of where it stands
   */
  readonly meaning: (phrase: string, sentence: number) => Meaning;
}

/**
 * @param actors full names by short ones, as the user gave them; `we` says who speaks
 */
export function whoIsWho(annotated: Annotated, lists: AgentLists, actors: Readonly<Record<string, string>>): Who {
  const given = new Map(Object.entries(actors).map(([short, name]) => [bare(short).toLowerCase(), name.trim()]));
  const heads = new Set([...lists.own, ...lists.bodies]);
  const grammar = properNames(new Set([...heads, ...lists.proper]));
  const abbreviations = once(() => learnAbbreviations(annotated.sentences, grammar));
  const mentions = once(() => findMentions(annotated.sentences, heads, grammar));
  const speaker = speakerIn(annotated, given, abbreviations, grammar);
  const names = compileNames({ lists, grammar, speaker, abbreviations, title: annotated.document.title, given });
  return {
    names,
    speaker,
    meaning: (phrase, sentence) => {
      const parts = phrase.split(/,? and (?=the )|, (?=the )/i);
      const meant = parts.map((part) =>
        meaningOf(part, sentence, { given, speaker, lists, heads, abbreviations, mentions }),
      );
      const [first] = meant;
      if (meant.length === 1 && first) return first;
      return { name: meant.map(({ name }) => name).join(' and '), resolvedBy: 'explicit' };
    },
  };
}

/** Who "we" is: whom the user says, else the publisher, else whom the text names ('Hill Water ("we", "us")'). */
function speakerIn(
  { document, sentences }: Annotated,
  given: ReadonlyMap<string, string>,
  abbreviations: () => Abbreviations,
  grammar: ProperNames,
): Speaker {
  const we = given.get('we');
  if (we !== undefined) return speakerOf(we, 'config');
  if (document.publisher !== null) return speakerOf(document.publisher, 'publisher');
  const own = abbreviations().get('we') ?? namedWe(sentences, grammar);
  return speakerOf(own && (abbreviations().get(own.toLowerCase()) ?? own), 'coreference');
}

interface Facts {
  readonly given: ReadonlyMap<string, string>;
  readonly speaker: Speaker;
  readonly lists: AgentLists;
  readonly heads: ReadonlySet<string>;
  readonly abbreviations: () => Abbreviations;
  readonly mentions: () => Mentions;
}

function meaningOf(phrase: string, sentence: number, facts: Facts): Meaning {
  const { given, speaker, heads, abbreviations, mentions } = facts;
  const text = bare(phrase);
  const key = text.toLowerCase();
  const said = given.get(key);
  if (said !== undefined) return { name: said, resolvedBy: 'config' };
  const long = abbreviations().get(key);
  if (long !== undefined && !/^\p{Ll}/u.test(text))
    return { name: long, resolvedBy: heads.has(key) ? 'coreference' : 'explicit' };
  if (!heads.has(key) || !isDefinite(phrase)) {
    const isSpeaker = speaker.name !== null && speaker.isCalled(wordsOf(text));
    return { name: isSpeaker ? speaker.name : text, resolvedBy: 'explicit' };
  }
  const isInitials = text.length > 2 && text === text.toUpperCase() && speaker.isCalled([text]);
  if (speaker.name !== null && (isInitials || isOwnKind(key, facts)))
    return { name: speaker.name, resolvedBy: speaker.by };
  const named = mentions().last(key, sentence);
  if (named !== null) return { name: named, resolvedBy: 'coreference' };
  const isOfUnknownKind = facts.lists.own.has(key) && !facts.lists.states.has(key) && !isKnownKind(facts);
  if (speaker.name !== null && isOfUnknownKind) return { name: speaker.name, resolvedBy: speaker.by };
  return { name: text.charAt(0).toUpperCase() + text.slice(1), resolvedBy: 'explicit' };
}

/** "the Council", "this government", "Government": the one that the text is about. */
const isDefinite = (phrase: string): boolean => /^(?:the|this|our)\s/i.test(phrase) || /^\p{Lu}/u.test(phrase);

/** Whether the speaker is a body of this kind; of a state, whether it is its government. */
const isOwnKind = (head: string, { speaker, lists }: Facts): boolean =>
  speaker.words.has(head) || (head === 'government' && [...lists.states].some((word) => speaker.words.has(word)));

/** Whether the speaker's name says what kind of body it is. */
const isKnownKind = ({ speaker, lists }: Facts): boolean =>
  [...speaker.words].some((word) => lists.own.has(word) || lists.bodies.has(word)) ||
  lists.own.has(headOf(speaker.name ?? ''));

/** A phrase without its article and without an abbreviation in brackets. */
const bare = (phrase: string): string =>
  phrase
    .replace(/\s?\([^()]*\)/g, '')
    .replace(/^(?:the|a|an|this|that|our)\s+/i, '')
    .trim();

/** A function that works out its value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
