/** What only the neighbours of a word can tell: whether a word that may be noun or verb is the one or the other. */
import type { Token } from '../model/annotated.ts';
import { Tag } from './tags.ts';
import type { RawToken } from './tokens.ts';

/** What a word that follows a modal cannot be if it is to be its verb. */
const NO_VERB =
  Tag.determiner |
  Tag.pronoun |
  Tag.preposition |
  Tag.conjunction |
  Tag.subordinator |
  Tag.modal |
  Tag.be |
  Tag.have |
  Tag.do |
  Tag.number |
  Tag.punctuation |
  Tag.ing |
  Tag.past |
  Tag.wh |
  Tag.capital;

/**
 * Lets any other word be a verb where the grammar asks for one: after a modal, with adverbs and negation between
 * ("the strategy will also back small firms").
 */
export function tagVerbsAfterModals(tokens: readonly RawToken[], from: number, to: number): void {
  for (let i = from; i < to - 1; i++) {
    if (!((tokens[i]?.tags ?? 0) & Tag.modal)) continue;
    let k = i + 1;
    while (k < to && (tokens[k]?.tags ?? 0) & (Tag.adverb | Tag.negation)) k++;
    const word = tokens[k];
    if (word && k < to && !(word.tags & NO_VERB)) word.tags |= Tag.base;
  }
}

/** Determiners that are never pronouns, so that a noun must follow. */
const BEFORE_NOUN = new Set('a an the my your his its our their every no another such'.split(' '));
/** What follows the noun "will", and never the modal. */
const AFTER_NOUN_WILL = new Set(['to', 'of', 'is', 'was', 'has', '.']);

/**
 * Whether a modal or a word that can be a verb is a noun here: after an article, possessive or preposition; "May" beside
 * a number or after a preposition; "will" before "to", "of" or "is".
 */
export function isNounHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token.tags & Tag.modal) {
    if (token.lower === 'may' && token.tags & Tag.capital) {
      const isBesideNumber = ((before?.tags ?? 0) | (after?.tags ?? 0)) & Tag.number;
      if (isBesideNumber || (before && before.tags & Tag.preposition)) return true;
    }
    if (token.lower === 'will' && after && AFTER_NOUN_WILL.has(after.lower)) return true;
    return before !== undefined && isBeforeNoun(before);
  }
  if (!before || before.lower === 'to') return false;
  return (
    isBeforeNoun(before) ||
    ((before.tags & Tag.preposition) !== 0 && !(before.tags & (Tag.subordinator | Tag.conjunction)))
  );
}

const isBeforeNoun = (token: Token): boolean =>
  BEFORE_NOUN.has(token.lower) || (token.lower === "'s" && !token.spaced) || (token.text === "'" && !token.spaced);

/** Subjects in the nominative, and relative pronouns, right after which a verb stands. */
const SUBJECT_WORDS = new Set(
  'we they you i he she it who which that this there these those what nothing nobody everyone everybody anyone everything'.split(
    ' ',
  ),
);
const PLURAL_SUBJECTS = new Set('we they you i who which that these those'.split(' '));
const PLURAL_NOUNS = new Set('people children staff police women men'.split(' '));
const FUNCTION =
  Tag.determiner | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.be | Tag.have | Tag.do |
  Tag.negation | Tag.wh; // biome-ignore format: a list
const OPENS_OBJECT = Tag.determiner | Tag.pronoun | Tag.number | Tag.wh;

/**
 * Whether a word that can be a present or past tense is a finite verb here: its subject before it, its object after it.
 * @param hasFinite whether the clause has another verb that is finite without doubt
 */
export function readsAsFinite(tokens: readonly Token[], at: number, hasFinite: boolean): boolean {
  const token = tokens[at];
  // A capital within a sentence makes a name: "the Green Champions that".
  if (!token || (token.tags & (Tag.capital | Tag.upper)) === Tag.capital || isNounHere(tokens, at)) return false;
  let k = at - 1;
  while (k >= 0 && (isAdverb(tokens[k]) || tokens[k]?.text === '"')) k--;
  const before = tokens[k];
  if (!before) return false;
  const next = tokens[at + 1];
  if (SUBJECT_WORDS.has(before.lower))
    return agrees(token, before) && !isModifier(token, before, opens(tokens, at + 1));
  const opensObject = opens(tokens, at + 1);
  if (before.tags & Tag.conjunction) return opensObject && (token.tags & (Tag.third | Tag.past)) !== 0;
  if (!isNounLike(before) && !(k >= 0 && before.tags & Tag.modal && isNounHere(tokens, k))) return false;
  if (token.tags & Tag.third) {
    if (isPlural(before)) return false;
    return (token.tags & Tag.verbal) !== 0 || (opensObject && !hasFinite) || (opensObject && isNamed(tokens, k));
  }
  if (token.tags & Tag.base && isPlural(before)) return (token.tags & Tag.verbal) !== 0 || opensObject;
  // "plans for growth include": the plural that it agrees with stands before a preposition.
  if (token.tags & Tag.base && token.tags & Tag.verbal && opensObject && !hasFinite) return hasPlural(tokens, k);
  if (!(token.tags & Tag.past)) return false;
  if (next?.lower === 'by') return false;
  // "strategies designed to": a participle where the clause has its verb.
  if (next?.lower === 'to' && hasFinite) return false;
  return opensObject || !hasFinite || (isNamed(tokens, k) && isBareObject(tokens, at + 1));
}

/** A noun right after a participle that has a subject: "the city received | funding", no "council funded | homes will". */
function isBareObject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next || next.tags & (FUNCTION | Tag.adverb | Tag.punctuation | Tag.number | Tag.past)) return false;
  for (let k = at + 1; k < at + NEAR; k++) {
    const token = tokens[k];
    if (!token || token.tags & (Tag.punctuation | Tag.conjunction | Tag.preposition)) return true;
    if (token.tags & (Tag.modal | Tag.be | Tag.have)) return false;
  }
  return true;
}

const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined && (token.tags & Tag.adverb) !== 0 && !(token.tags & (Tag.conjunction | Tag.preposition));

/** "we plan", "it plans", but not "we plans". */
const agrees = (token: Token, subject: Token): boolean =>
  (token.tags & Tag.past) !== 0 ||
  (PLURAL_SUBJECTS.has(subject.lower)
    ? (token.tags & Tag.base) !== 0 || subject.lower === 'which' || subject.lower === 'that' || subject.lower === 'who'
    : (token.tags & Tag.third) !== 0);

/** "this plan will": a demonstrative before a noun. */
const isModifier = (token: Token, before: Token, opensObject: boolean): boolean =>
  (before.tags & Tag.determiner) !== 0 &&
  !(token.tags & Tag.verbal) &&
  !opensObject &&
  !(before.lower === 'that' && (token.tags & (Tag.third | Tag.past)) !== 0);

/** Whether what begins at `at` goes on from a verb: its object, a clause, a sum, an infinitive, its particle. */
function opens(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next) return false;
  const after = tokens[at + 1]?.tags ?? 0;
  if (next.lower === 'to') return (after & VERB) !== 0;
  // "projects that are due": a relative clause, so that the word before is a noun.
  if (next.lower === 'that') return (after & (Tag.modal | Tag.be | Tag.have | Tag.do)) === 0;
  return (next.tags & OPENS_OBJECT) !== 0 || LEADS_ON.has(next.lower);
}

const VERB = Tag.base | Tag.be | Tag.have | Tag.do | Tag.adverb;
const LEADS_ON = new Set(['£', 'out', 'up', 'down', 'off']);

const isNounLike = (token: Token): boolean =>
  (token.tags & (FUNCTION | Tag.adverb)) === 0 && (!(token.tags & Tag.punctuation) || token.text === ')');

const isPlural = ({ lower }: Token): boolean =>
  PLURAL_NOUNS.has(lower) || (lower.endsWith('s') && !lower.endsWith('ss') && !lower.endsWith('us'));

/** Most words between the head of a subject and its verb that are looked at. */
const NEAR = 6;

function hasPlural(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k >= Math.max(0, at - NEAR); k--) {
    const token = tokens[k];
    if (!token || token.tags & Tag.punctuation) return false;
    if (isPlural(token) && !(token.tags & FUNCTION)) return true;
  }
  return false;
}

/** Endings of adjectives, by which the capital of a first word is told from that of a name. */
const ADJECTIVE = /(?:ic|al|ive|ous|able|ible|ful|less|ary)$/;

/** Whether the phrase that ends at `at` has a name or an article of its own, so that it can be a subject. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k >= Math.max(0, at - 3); k--) {
    const token = tokens[k];
    if (!token || token.tags & (Tag.preposition | Tag.punctuation)) return false;
    if (token.tags & Tag.determiner || (token.tags & Tag.capital && !(k === 0 && ADJECTIVE.test(token.lower))))
      return true;
  }
  return false;
}
