/** Finds the verb groups of a token sequence: "will also seek to reduce", "has been asked to publish", "plans to open". */
import type { Chain, Token, TokenRange } from '../model/annotated.ts';
import { isNounHere, readsAsFinite } from './context.ts';
import { Tag } from './tags.ts';

/** A verb group: the part of a chain that its own words give. */
export interface Group extends Pick<Chain, 'from' | 'to' | 'form' | 'modal' | 'negated' | 'voice' | 'main'> {
  readonly verbs: readonly number[];
  /** The subject between auxiliary and verb of a question ("Will the levy be extended?"), or null. */
  readonly inverted: TokenRange | null;
  /** Position in the list of the group that it is co-ordinated with verb by verb ("will review | and publish"), or -1. */
  readonly after: number;
}

/** What a group has read so far. */
interface Reading {
  readonly verbs: number[];
  readonly form: Chain['form'];
  readonly modal: number;
  negated: boolean;
  inverted: TokenRange | null;
}

const FINITE_AUXILIARY = Tag.be | Tag.have | Tag.do;
const CAN_OPEN = Tag.modal | FINITE_AUXILIARY | Tag.base | Tag.third | Tag.past;
const VERB = Tag.base | Tag.be | Tag.have | Tag.do;
const NON_FINITE = new Set(['be', 'been', 'being', 'having', 'doing', 'done']);
/** Verbs that link their subject to a participle: "remain committed". */
const LINKING = new Set('remain remains remained stay stays stayed become becomes became'.split(' '));
const REFLEXIVE = new Set('ourselves itself themselves myself himself herself'.split(' '));
const PRONOUNS_WITH_IS = new Set('it that there he she what who this'.split(' '));

/** The verb groups in order. None overlaps another; linear in the tokens. */
export function verbGroups(tokens: readonly Token[]): Group[] {
  const groups: Group[] = [];
  const sure = clausesWithFinite(tokens);
  let at = 0;
  while (at < tokens.length) {
    const opened = open(tokens, at, groups, sure);
    if (!opened) {
      at++;
      continue;
    }
    const { reading, after } = opened;
    if (!reading.inverted) extend(tokens, reading);
    const main = reading.verbs.at(-1) ?? at;
    groups.push({
      // What a co-ordinated verb shares stands in the chain before.
      from: after < 0 ? (reading.verbs[0] ?? at) : at,
      to: Math.max(main + 1, reading.inverted?.[1] ?? 0),
      form: reading.form,
      modal: reading.modal,
      negated: reading.negated,
      voice: isPassive(tokens, reading.verbs) ? 'passive' : 'active',
      verbs: reading.verbs,
      main,
      inverted: reading.inverted,
      after,
    });
    at = groups.at(-1)?.to ?? main + 1;
  }
  return groups;
}

/** For each clause number, whether it has a verb that is finite without any doubt. */
function clausesWithFinite(tokens: readonly Token[]): ReadonlySet<number> {
  const sure = new Set<number>();
  for (const token of tokens)
    if (token.tags & (Tag.modal | FINITE_AUXILIARY) && !NON_FINITE.has(token.lower)) sure.add(token.clause);
  return sure;
}

/** A participle right below a form of "be". */
function isPassive(tokens: readonly Token[], verbs: readonly number[]): boolean {
  const lowest = tokens[verbs.at(-1) ?? -1];
  const above = tokens[verbs.at(-2) ?? -1];
  return lowest !== undefined && above !== undefined && (above.tags & Tag.be) !== 0 && isParticiple(lowest);
}

const isParticiple = (token: Token): boolean => (token.tags & Tag.past) !== 0 || token.lower === 'done';

interface Opened {
  readonly reading: Reading;
  readonly after: number;
}

/** The group that begins at `at`, with its first word (and what it shares with the group before) read; or null. */
function open(
  tokens: readonly Token[],
  at: number,
  groups: readonly Group[],
  sure: ReadonlySet<number>,
): Opened | null {
  const token = tokens[at];
  // Most words open nothing, and are let go first.
  if (!token || !(token.tags & CAN_OPEN || token.lower === "'s" || token.lower === 'to')) return null;
  if (token.tags & Tag.modal) return isNounHere(tokens, at) ? null : begin(tokens, at, 'finite', at);
  if (token.tags & FINITE_AUXILIARY && !NON_FINITE.has(token.lower)) return begin(tokens, at, 'finite');
  if (token.lower === "'s" && PRONOUNS_WITH_IS.has(tokens[at - 1]?.lower ?? '')) return begin(tokens, at, 'finite');
  if (token.lower === 'to') return infinitive(tokens, at);
  if (!(token.tags & (Tag.base | Tag.third | Tag.past)) && token.lower !== 'be') return null;
  const speaker = speakerAfter(tokens, at);
  if (speaker) {
    const opened = begin(tokens, at, 'finite');
    opened.reading.inverted = speaker;
    return opened;
  }
  const shared = shares(tokens, at, groups);
  if (shared) return shared;
  if (isImperativeHere(tokens, at)) return begin(tokens, at, 'imperative');
  const last = groups.at(-1);
  // Right after a verb stands its object, no verb without a subject: "delay | plans to".
  if (last?.to === at) return null;
  const hasFinite = sure.has(token.clause) || (last?.form === 'finite' && tokens[last.from]?.clause === token.clause);
  return readsAsFinite(tokens, at, hasFinite) ? begin(tokens, at, 'finite') : null;
}

/** A group of which the word at `at` is the first and, so far, the only verb. */
const begin = (tokens: readonly Token[], at: number, form: Chain['form'], modal = -1): Opened => ({
  reading: { verbs: [at], form, modal, negated: negatedBefore(tokens, at), inverted: null },
  after: -1,
});

/** The subject that stands after its verb behind a quotation: '"…," said | the chair of the trust'; or null. */
function speakerAfter(tokens: readonly Token[], at: number): TokenRange | null {
  const before = tokens[at - 1];
  const first = tokens[at + 1];
  if (before?.text !== '"' || !first || !((tokens[at]?.tags ?? 0) & (Tag.past | Tag.third))) return null;
  if (!(first.tags & (Tag.determiner | Tag.capital)) || first.tags & Tag.punctuation) return null;
  let to = at + 2;
  while (to < tokens.length && to - at < LONGEST_INVERTED && !((tokens[to]?.tags ?? 0) & (Tag.punctuation | Tag.modal)))
    to++;
  return [at + 1, to];
}

/** "to" before a verb, apart from any chain: an infinitive, or a nominal chain where a possessed noun stands before it. */
function infinitive(tokens: readonly Token[], to: number): Opened | null {
  const verb = skipAdverbs(tokens, to + 1);
  if (!((tokens[verb]?.tags ?? 0) & VERB) || isNounHere(tokens, verb)) return null;
  const noun = to - 1;
  const isNominal = isPossessedNoun(tokens, noun);
  return {
    reading: {
      verbs: isNominal ? [noun, verb] : [verb],
      form: isNominal ? 'nominal' : 'infinitive',
      modal: -1,
      negated: tokens[to - 1]?.lower === 'not' || negatedBefore(tokens, verb),
      inverted: null,
    },
    after: -1,
  };
}

/** Determiners that say whose something is. */
export const POSSESSIVES = new Set('our its their my his her your'.split(' '));
const OPEN_CLASS =
  Tag.determiner | Tag.pronoun | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.be | Tag.have |
  Tag.do | Tag.negation | Tag.adverb | Tag.wh | Tag.number | Tag.punctuation; // biome-ignore format: a list

/** Whether a noun with a possessor stands at `at`: "our ambition", "the council's long commitment". */
function isPossessedNoun(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at];
  if (!noun || noun.tags & (OPEN_CLASS | Tag.ing)) return false;
  return possessorBefore(tokens, at) !== null;
}

/** The possessor of the noun at `at`, at most two words before it: "our", "the council's"; or null. */
export function possessorBefore(tokens: readonly Token[], at: number): TokenRange | null {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const token = tokens[k];
    if (!token) return null;
    if (POSSESSIVES.has(token.lower)) return [k, k + 1];
    if (token.lower === "'s" || (token.text === "'" && !token.spaced)) return [ownerStart(tokens, k), k];
    if (token.tags & OPEN_CLASS) return null;
  }
  return null;
}

/** Longest name of an owner, in words. */
const LONGEST_OWNER = 8;

/** Where the phrase before "'s" begins: its capitalised words with their article, or its noun with determiner. */
function ownerStart(tokens: readonly Token[], mark: number): number {
  let from = mark - 1;
  while (from > 0 && mark - from < LONGEST_OWNER) {
    const before = tokens[from - 1];
    if (!before) break;
    if (before.tags & Tag.determiner) return from - 1;
    if (before.tags & OPEN_CLASS && before.lower !== 'of' && before.lower !== 'and') break;
    if (!(before.tags & Tag.capital) && before.tags & OPEN_CLASS && !((tokens[from]?.tags ?? 0) & Tag.capital)) break;
    from--;
  }
  return from;
}

const CO_ORDINATORS = new Set(['and', 'or', 'but', 'then']);
/** Most words between two verbs that share an auxiliary. */
const LONGEST_SHARED = 60;

/**
 * A verb after "and", "or" or a comma that has the form which the auxiliary of the group before asks for: "will review
 * the code and | publish it", "to be reviewed and | published".
 */
function shares(tokens: readonly Token[], at: number, groups: readonly Group[]): Opened | null {
  const index = groups.length - 1;
  const group = groups[index];
  const token = tokens[at];
  if (!group || !token || group.inverted || at - group.to > LONGEST_SHARED) return null;
  if (tokens[group.main]?.clause !== token.clause) return null;
  let k = at - 1;
  while (k > group.main && (tokens[k]?.tags ?? 0) & Tag.adverb && !CO_ORDINATORS.has(tokens[k]?.lower ?? '')) k--;
  const joint = tokens[k];
  if (!joint || k < group.to) return null;
  const isSeries = joint.text === ',' && (k === group.to ? followedByJoint(tokens, at) : isSeriesOfActs(tokens, at));
  if (!CO_ORDINATORS.has(joint.lower) && !isSeries) return null;
  const wanted = formWanted(tokens, group);
  if (!(token.tags & wanted) || !isVerbInSeries(tokens, at, wanted, k === group.to)) return null;
  const verbs = [...group.verbs.slice(0, -1), at];
  return {
    reading: {
      verbs,
      form: group.form,
      modal: group.modal,
      negated: group.negated,
      inverted: null,
    },
    after: index,
  };
}

const FORMS = Tag.base | Tag.past | Tag.ing | Tag.third;

/** The form that a verb has which is co-ordinated with the lowest verb of a group. */
function formWanted(tokens: readonly Token[], { verbs, main, form }: Group): number {
  const forms = (tokens[main]?.tags ?? 0) & FORMS;
  if (form === 'infinitive' || form === 'nominal' || form === 'imperative') return Tag.base;
  const above = tokens[verbs.at(-2) ?? -1];
  if (!above) return forms & Tag.third ? Tag.third : forms & Tag.past ? Tag.past : Tag.base;
  const isBare =
    forms === 0 || ((forms & Tag.base) !== 0 && (isToBefore(tokens, main) || !(above.tags & (Tag.be | Tag.have))));
  if (isBare) return Tag.base;
  return forms & Tag.ing ? Tag.ing : Tag.past;
}

const isToBefore = (tokens: readonly Token[], at: number): boolean => {
  let k = at - 1;
  while ((tokens[k]?.tags ?? 0) & Tag.adverb) k--;
  return tokens[k]?.lower === 'to';
};

/** Whether "and" or "or" follows within a few words, before any comma but those of a series. */
function followedByJoint(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < Math.min(tokens.length, at + 6); k++) {
    const word = tokens[k]?.lower;
    if (word === 'and' || word === 'or') return true;
    if ((tokens[k]?.tags ?? 0) & Tag.preposition) return false;
  }
  return false;
}

/** Most words from one act of a series to the "and" before its last. */
const LONGEST_ACT = 24;

/** "open a ward, | train 30 nurses and close a wing": a verb with an object after a comma, and the series closed. */
function isSeriesOfActs(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || !(next.tags & OPENS_OBJECT) || tokens[at - 1]?.text !== ',') return false;
  for (let k = at + 1; k < Math.min(tokens.length, at + LONGEST_ACT); k++) {
    const word = tokens[k];
    if (!word || word.clause !== token.clause) return false;
    if (word.lower === 'and' || word.lower === 'or') return true;
  }
  return false;
}

const OPENS_OBJECT = Tag.determiner | Tag.number | Tag.pronoun | Tag.wh;

/** Whether a word that could be a noun as well is a verb beside another verb, by what follows it. */
function isVerbInSeries(tokens: readonly Token[], at: number, wanted: number, isNext: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return false;
  if (isNext || wanted !== Tag.base || token.tags & Tag.verbal) return true;
  if (!next) return false;
  return (next.tags & OPENS_OBJECT) !== 0 || next.lower === 'to' || next.lower === 'that' || next.text === '£';
}

/** Whether a bare verb opens the sequence, or follows a colon, semicolon or label: "Publish the code." */
function isImperativeHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !(token.tags & Tag.base) || isNounHere(tokens, at)) return false;
  let k = at - 1;
  while (k >= 0 && (tokens[k]?.tags ?? 0) & Tag.adverb) k--;
  const before = tokens[k];
  if (before && before.text !== ':' && before.text !== ';' && before.text !== '|') return false;
  return (token.tags & Tag.verbal) !== 0 || ((tokens[at + 1]?.tags ?? 0) & OPENS_OBJECT) !== 0;
}

const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tags & (Tag.adverb | Tag.negation)) !== 0 &&
  !(token.tags & (Tag.verbal | Tag.conjunction | Tag.determiner | Tag.preposition));

/** One past the adverbs and negations that begin at `at`. */
function skipAdverbs(tokens: readonly Token[], at: number): number {
  let k = at;
  for (;;) {
    if (isAdverb(tokens[k])) k++;
    else if (tokens[k]?.lower === 'no' && tokens[k + 1]?.lower === 'longer') k += 2;
    else return k;
  }
}

/** Longest insertion between an auxiliary and its verb, in words. */
const LONGEST_INSERTION = 14;

/** One past what may stand between a modal and its verb: adverbs, ", where possible,", "(when ready)", "by May". */
function skipInsertion(tokens: readonly Token[], from: number): number {
  const at = skipAdverbs(tokens, from);
  const token = tokens[at];
  if (!token) return at;
  const close = token.text === '(' ? ')' : token.text === ',' || token.text === '–' ? token.text : null;
  const last = Math.min(tokens.length, at + LONGEST_INSERTION);
  if (close !== null) {
    for (let k = at + 1; k < last; k++) {
      if (tokens[k]?.text === ';') return at;
      if (tokens[k]?.text !== close) continue;
      const after = skipAdverbs(tokens, k + 1);
      return (tokens[after]?.tags ?? 0) & VERB ? after : at;
    }
    return at;
  }
  if (!(token.tags & (Tag.preposition | Tag.number))) return at;
  for (let k = at + 1; k < Math.min(last, at + 6); k++) {
    const word = tokens[k];
    if (!word || word.tags & (Tag.punctuation | Tag.modal)) return at;
    if (word.tags & (Tag.verbal | Tag.be) && !NON_FINITE_PARTICIPLE.has(word.lower) && tokens[k - 1]?.lower !== 'to')
      return k;
  }
  return at;
}

const NON_FINITE_PARTICIPLE = new Set(['been', 'being']);

function negatedBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.lower === 'not' || before.lower === 'never');
}

/** Reads on from the last word of a group to the lowest verb of its chain. */
function extend(tokens: readonly Token[], reading: Reading): void {
  for (;;) {
    const last = reading.verbs.at(-1) ?? 0;
    const token = tokens[last];
    if (!token) return;
    const next = nextLink(tokens, last, token, reading);
    if (next < 0) return;
    for (let k = last + 1; k < next; k++) reading.negated ||= isNegation(tokens[k]);
    reading.verbs.push(next);
  }
}

/** "nor will it", "neither does the board". */
const isCorrelative = (token: Token | undefined): boolean => token?.lower === 'nor' || token?.lower === 'neither';

const isNegation = (token: Token | undefined): boolean =>
  token !== undefined && (token.tags & Tag.negation) !== 0 && token.lower !== 'without' && token.lower !== 'none';

/** The next lower word of the chain after the word at `last`, or -1. */
function nextLink(tokens: readonly Token[], last: number, token: Token, reading: Reading): number {
  const isAuxiliary = reading.verbs.length === 1 || (token.tags & (Tag.be | Tag.have)) !== 0;
  if (last === reading.modal) {
    const at = skipInsertion(tokens, last + 1);
    if (isVerbAfterModal(tokens[at])) return at;
    if (tokens[at]?.lower === 'to') return verbAfterTo(tokens, at);
    return reading.verbs.length === 1 ? inversion(tokens, last, reading, VERB) : -1;
  }
  if (token.tags & Tag.be && isAuxiliary) return afterBe(tokens, last, reading);
  if (token.tags & Tag.have && isAuxiliary) return afterHave(tokens, last, reading);
  if (token.tags & Tag.do && reading.verbs.length === 1) {
    const at = skipAdverbs(tokens, last + 1);
    if ((tokens[at]?.tags ?? 0) & Tag.base && !isNounHere(tokens, at)) return at;
    return inversion(tokens, last, reading, Tag.base);
  }
  return afterVerb(tokens, last, token);
}

const NO_VERB =
  Tag.determiner | Tag.pronoun | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.number |
  Tag.punctuation | Tag.wh | Tag.negation; // biome-ignore format: a list

const isVerbAfterModal = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & VERB) !== 0 || (token.tags & (NO_VERB | Tag.capital | Tag.ing | Tag.past)) === 0) &&
  !NON_FINITE_PARTICIPLE.has(token.lower);

/** The verb of the infinitive whose "to" stands at `to`, or -1. */
function verbAfterTo(tokens: readonly Token[], to: number): number {
  const at = skipAdverbs(tokens, to + 1);
  return (tokens[at]?.tags ?? 0) & VERB && !isNounHere(tokens, at) ? at : -1;
}

function afterBe(tokens: readonly Token[], last: number, reading: Reading): number {
  const at = skipInsertion(tokens, last + 1);
  const token = tokens[at];
  if (!token) return -1;
  if (token.tags & Tag.be) return NON_FINITE_PARTICIPLE.has(token.lower) ? at : -1;
  if (token.tags & Tag.ing || token.lower === 'done') return at;
  if (token.tags & Tag.past && !(token.tags & (Tag.determiner | Tag.preposition) && !(token.tags & Tag.verbal)))
    return at;
  if (token.lower === 'to') return verbAfterTo(tokens, at);
  if (
    !(token.tags & (NO_VERB | Tag.base | Tag.third)) &&
    tokens[at + 1]?.lower === 'to' &&
    verbAfterTo(tokens, at + 1) >= 0
  )
    return at;
  return reading.verbs.length === 1 ? inversion(tokens, last, reading, Tag.past | Tag.ing) : -1;
}

function afterHave(tokens: readonly Token[], last: number, reading: Reading): number {
  const at = skipInsertion(tokens, last + 1);
  const token = tokens[at];
  if (!token) return -1;
  if (token.lower === 'been' || token.lower === 'had' || token.lower === 'done') return at;
  if (token.tags & Tag.past) return at;
  if (token.lower === 'to') return verbAfterTo(tokens, at);
  if (token.lower === 'yet' && tokens[at + 1]?.lower === 'to') return verbAfterTo(tokens, at + 1);
  return reading.verbs.length === 1 ? inversion(tokens, last, reading, Tag.past) : -1;
}

/** "seek | to reduce", "work | towards halving", "consider | extending the scheme", "remain | committed". */
function afterVerb(tokens: readonly Token[], last: number, verb: Token): number {
  let at = skipAdverbs(tokens, last + 1);
  if (REFLEXIVE.has(tokens[at]?.lower ?? '')) at++;
  const token = tokens[at];
  if (!token) return -1;
  if (LINKING.has(verb.lower) && token.tags & Tag.past) return at;
  if (token.lower === 'to' || token.lower === 'towards' || token.lower === 'toward') {
    if (token.lower === 'to') {
      const infinitive = verbAfterTo(tokens, at);
      if (infinitive >= 0) return infinitive;
    }
    const gerund = skipAdverbs(tokens, at + 1);
    return isGerund(tokens, gerund) ? gerund : -1;
  }
  return !(verb.tags & Tag.ing) && token.tags & Tag.ing && isGerund(tokens, at) ? at : -1;
}

/** Whether a word in -ing governs what follows ("extending the scheme") rather than being a noun ("training for all"). */
function isGerund(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !(token.tags & Tag.ing)) return false;
  if (!next) return true;
  if (next.lower === 'to' || next.lower === 'towards') return true;
  return (next.tags & (Tag.determiner | Tag.number | Tag.pronoun | Tag.capital)) !== 0;
}

/** Longest subject between the auxiliary and the verb of a question, in words. */
const LONGEST_INVERTED = 12;

/** "Will the levy | be extended?": the verb after the subject that an auxiliary precedes, or -1. */
function inversion(tokens: readonly Token[], auxiliary: number, reading: Reading, wanted: number): number {
  const before = tokens[auxiliary - 1];
  const opens = !before || before.tags & (Tag.punctuation | Tag.wh | Tag.conjunction);
  const first = tokens[auxiliary + 1];
  if (!opens || !first || !(first.tags & (Tag.determiner | Tag.pronoun | Tag.capital))) return -1;
  for (let k = auxiliary + 2; k < Math.min(tokens.length, auxiliary + LONGEST_INVERTED); k++) {
    const token = tokens[k];
    if (!token || token.tags & (Tag.modal | Tag.punctuation)) return -1;
    if (!(token.tags & wanted) || (token.tags & Tag.base && isNounHere(tokens, k))) continue;
    reading.inverted = [auxiliary + 1, k];
    reading.negated ||= isCorrelative(tokens[auxiliary - 1]);
    return k;
  }
  return -1;
}
