/** Names who is bound by a claim. */
import { placeOf } from '../../annotate/chains.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { Actor } from '../../model/report.ts';
import type { Above, HeadingBody } from './above.ts';
import type { Claim } from './claim.ts';
import type { ClauseWords } from './clause-words.ts';
import { type ReportOwners, speechAround } from './reports.ts';
import { findSubject } from './subject.ts';
import type { ActorWay, ClaimTrace } from './trace.ts';
import type { Who } from './who.ts';
import type { TextOf } from './words.ts';

const UNKNOWN: Actor = { text: null, name: null, resolvedBy: 'none' };

const OWN = /^(?:we|our|us|i|my)$/i;
const POINTING = /^(?:it|its|they|their|this|that|these|those|he|she|which|who|one)$/i;
/** Words in a subject's place that stand for nobody. */
const NOBODY = /^(?:there|what)$/i;

/** What finding an actor needs to know of the document. */
export interface ActorContext {
  readonly annotated: Annotated;
  readonly owners: ReportOwners;
  readonly words: ClauseWords;
  readonly who: Who;
  readonly above: Above;
  readonly trace?: ClaimTrace | undefined;
}

/**
 * The actor of a claim: its subject, the agent of its passive ("by the Board"), the holder of a commitment named as a noun ("the
 * council's pledge"), or nobody. "We" and its like are resolved to the speaker, "it" and "its" to the body spoken of, "the report"
 * to the body whose report it is.
 */
export function findActor(claim: Claim, context: ActorContext, textOf: TextOf): Actor {
  const { annotated, owners, who, above, trace } = context;
  const { speaker } = who;
  const told = (way: ActorWay, actor: Actor, spoken: string | null = null): Actor => {
    trace?.named(claim, way, spoken);
    return actor;
  };
  if (claim.source === 'heading') {
    const body = headed(claim, annotated.sentences[claim.giver], who) ?? above.body(claim.sequence.sentence);
    if (body) {
      const { name, resolvedBy } = who.meaning(body.text, body.sentence);
      const isStem = annotated.sentences[body.sentence]?.kind !== 'heading';
      const by = resolvedBy === 'config' ? 'config' : isStem ? 'stem' : 'heading';
      return told('heading-body', { text: body.text, name, resolvedBy: by });
    }
    const resolvedBy = speaker.name === null ? 'none' : speaker.by;
    return told('heading', { text: null, name: speaker.name, resolvedBy });
  }
  const range = holderOf(claim, who);
  const owner = owners.of(claim);
  if (range === null)
    return owner ? told('report', { text: null, name: owner, resolvedBy: 'coreference' }) : told('nobody', UNKNOWN);
  const [from, to] = range;
  const text = textOf(from, to);
  const isInStem = to > 0 && to <= claim.sequence.borrowed;
  const sentence = (isInStem ? (claim.sequence.stem ?? claim.sequence.sentence) : claim.sequence.sentence).index;
  if (OWN.test(text)) {
    const { name, resolvedBy } = firstPerson(claim, from, context, textOf);
    return told(name === speaker.name ? 'first-person' : 'named-speaker', { text, name, resolvedBy });
  }
  if (owner) return told('report', { text, name: owner, resolvedBy: isInStem ? 'stem' : 'coreference' });
  if (POINTING.test(text)) {
    const spoken = claim.antecedent ?? spokenBefore(claim, who, textOf);
    if (spoken === null) return told('pointing', { text, name: null, resolvedBy: 'none' });
    const name = OWN.test(spoken) ? speaker.name : who.meaning(spoken, sentence).name;
    return told('pointing', { text, name, resolvedBy: name === null ? 'none' : 'coreference' }, spoken);
  }
  const owning = /^(.+?)['’]s?\s/.exec(text)?.[1];
  if (isDocument(claim, from, to, who) && owning === undefined) {
    const isOurs = speaker.name !== null;
    const resolvedBy = isOurs ? (isInStem ? 'stem' : speaker.by) : 'none';
    return told('document', { text, name: speaker.name, resolvedBy });
  }
  const isOwned = owning !== undefined && isDocument(claim, from, to, who);
  const { name, resolvedBy } = who.meaning(isOwned ? owning : text, sentence);
  return told('meaning', { text, name, resolvedBy: isInStem && resolvedBy !== 'config' ? 'stem' : resolvedBy });
}

/** The body that a heading or the line above a list gives its items to ("What the Council will do", "The Trust's pledges"), or null. */
function headed({ sequence }: Claim, giver: Sentence | undefined, { names }: Who): HeadingBody | null {
  if (!giver || giver.index === sequence.sentence.index) return null;
  const { tokens } = giver;
  const from = (tokens[0]?.tags ?? 0) & Tag.wh ? 1 : 0;
  const verb = tokens.findIndex(({ lower, tags }, i) => i > from && (lower === "'s" || (tags & Tag.modal) !== 0));
  const range = verb < 0 ? null : names.phraseAt(tokens, from, verb);
  const [first, last] = [tokens[range?.[0] ?? -1], tokens[(range?.[1] ?? 0) - 1]];
  if (!first || !last || range?.[1] !== verb || OWN.test(first.lower) || POINTING.test(first.lower)) return null;
  return { text: giver.text.slice(first.at, last.at + last.text.length), sentence: giver.index };
}

/** Where the words stand that name who is bound; null where nobody is named. */
function holderOf(claim: Claim, who: Who): readonly [number, number] | null {
  const { subject, rule } = claim;
  const { tokens } = claim.sequence;
  if (rule.voice === 'nominal') {
    const holder = possessor(claim);
    if (holder) return holder;
    if (subject.kind !== 'own' && subject.kind !== 'agent') return null;
  } else if (rule.voice === 'passive') {
    const agent = byAgent(claim, who);
    if (agent || subject.kind !== 'own' || tokens[subject.from]?.lower !== 'we') return agent;
  }
  if (subject.kind === 'none' || subject.kind === 'thing' || subject.kind === 'text') return null;
  const first = tokens[subject.from];
  if (subject.to - subject.from === 1 && first && NOBODY.test(first.lower)) return null;
  const [from, to] = withinBounds(claim, who);
  // A scheme or a law binds nobody; whose it is, the text does not say. A plan speaks for its owner.
  if (subject.kind === 'instrument' && !isDocument(claim, from, to, who)) return null;
  return [from, to];
}

/** Who "we" is: those whom a quotation or an apposition names ("We, the Council and the Trust, will …"), or the speaker. */
function firstPerson(claim: Claim, at: number, { who, words }: ActorContext, textOf: TextOf): Omit<Actor, 'text'> {
  const { speaker, meaning } = who;
  const { tokens, sentence } = claim.sequence;
  const quoted = speechAround(claim, textOf, words);
  if (quoted !== null) return { name: meaning(quoted, sentence.index).name, resolvedBy: 'coreference' };
  if (tokens[at + 1]?.text === ',' && (tokens[at + 2]?.tags ?? 0) & (Tag.determiner | Tag.capital)) {
    let end = at + 2;
    while (end < claim.modal && !(tokens[end]?.text === ',' && end + 1 >= claim.modal)) end++;
    if (tokens[end]?.text === ',') return meaning(textOf(at + 2, end), sentence.index);
  }
  return { name: speaker.name, resolvedBy: speaker.name === null ? 'none' : speaker.by };
}

/** Whether a range names the one plan, report or the like, which speaks for its owner: "this strategy", "the HDP II". */
function isDocument({ sequence }: Claim, from: number, to: number, { names }: Who): boolean {
  const { tokens } = sequence;
  const first = tokens[from];
  if (!first || (!(first.tags & Tag.capital) && !DEFINITE.has(first.lower)) || INDEFINITE.has(first.lower))
    return false;
  let head = from;
  while (head + 1 < to && !((tokens[head + 1]?.tags ?? 0) & (Tag.preposition | Tag.punctuation))) head++;
  while (head > from && NUMBER.test(tokens[head]?.text ?? '')) head--;
  const token = tokens[head];
  return token !== undefined && names.isDocument(token);
}

const DEFINITE = new Set(['the', 'this', 'our', 'its', 'their']);
const INDEFINITE = new Set(['a', 'an', 'any', 'each', 'every', 'no', 'some', 'these', 'those', 'all']);

const NUMBER = /^(?:[IVX]+|\d+)$/;

/**
 * The subject from its own article on: a heading that ran into its sentence ("Next steps The Board will …") and what stands before
 * it without a comma ("once it is agreed the Board will …") are left out; and back to the beginning of a name that "and" cut in two.
 */
function withinBounds({ subject, sequence, modal }: Claim, { names }: Who): readonly [number, number] {
  const { tokens } = sequence;
  for (let k = Math.max(subject.to, Math.min(modal, subject.to + FARTHEST)) - 1; k > subject.from; k--) {
    const token = tokens[k];
    const before = tokens[k - 1];
    if (!token || !before || !(token.tags & Tag.determiner) || token.tags & Tag.number) continue;
    const isRunIn = (token.tags & Tag.capital) !== 0 && !(before.tags & Tag.preposition);
    const afterNoun = !(before.tags & LEADS_TO_NOUN) && (k >= subject.to || (before.tags & Tag.past) !== 0);
    if (!isRunIn && !afterNoun && before.lower !== 'but' && before.lower !== 'once') continue;
    if (k < subject.to) return [k, subject.to];
    const later = names.phraseAt(tokens, k, modal);
    if (later) return later;
  }
  return [names.begin(tokens, subject.from), subject.to];
}

/** How far behind the head of a subject its real one is looked for, in words. */
const FARTHEST = 12;

/** Words after which an article belongs to the same phrase or clause. */
const LEADS_TO_NOUN =
  Tag.preposition |
  Tag.determiner |
  Tag.conjunction |
  Tag.punctuation |
  Tag.modal |
  Tag.be |
  Tag.have |
  Tag.do |
  Tag.wh |
  Tag.subordinator |
  Tag.adverb |
  Tag.ing |
  Tag.verbal;

/** The agent of a passive: "will be published by the Board". */
function byAgent({ sequence, verb, scope }: Claim, { names }: Who): readonly [number, number] | null {
  const { tokens } = sequence;
  const clause = tokens[verb]?.clause;
  for (let k = verb + 1; k < Math.min(scope[1], tokens.length); k++) {
    const token = tokens[k];
    if (!token || token.clause !== clause) return null;
    if (token.lower === 'by') return names.phraseAt(tokens, k + 1, scope[1]);
  }
  return null;
}

/** The body that a pronoun means: the subject of the verb before it in the sentence. */
function spokenBefore({ sequence, subject, modal, rule }: Claim, { names }: Who, textOf: TextOf): string | null {
  const { tokens } = sequence;
  const { frame } = placeOf(tokens, modal);
  if ((frame.kind === 'reported' || frame.kind === 'quoted') && frame.holder) return textOf(...frame.holder);
  const limit = rule.voice === 'nominal' || subject.kind === 'none' ? modal : subject.from;
  const verb = tokens.findIndex(
    (token, i) => i > 0 && i < limit && (token.tags & FINITE) !== 0 && !(token.tags & Tag.ing),
  );
  if (verb < 0) return null;
  const { kind, from, to } = findSubject(tokens, verb, names);
  return kind === 'own' || kind === 'agent' || kind === 'others' ? textOf(from, to) : null;
}

const FINITE = Tag.modal | Tag.be | Tag.have | Tag.third | Tag.past;

const POSSESSIVE = new Set(['our', 'its', 'their', 'my', 'his', 'her']);

/** The words that say whose: "our aim", "the council's pledge", "the aims of this strategy". */
function possessor({ sequence, modal, verb }: Claim): readonly [number, number] | null {
  const { tokens } = sequence;
  for (let k = modal - 1; k >= Math.max(0, modal - 4); k--) {
    const token = tokens[k];
    if (!token) break;
    if (POSSESSIVE.has(token.lower)) return [k, k + 1];
    if (token.lower === "'s" || (token.text === "'" && !token.spaced && /s$/i.test(tokens[k - 1]?.text ?? ''))) {
      // "what's", "that's": no possessor but a verb.
      if ((tokens[k - 1]?.tags ?? 0) & (Tag.pronoun | Tag.wh)) continue;
      let from = k;
      while (from > 0 && k - from < 7 && /^[\p{Lu}\d&]/u.test(tokens[from - 1]?.text ?? '')) from--;
      if (from === k && k > 0) from = k - 1;
      const before = tokens[from - 1];
      if (before && /^(?:the|this)$/.test(before.lower)) from--;
      return [from, k];
    }
  }
  return ofPhrase(tokens, modal, verb);
}

/** "the objectives of this policy are to …": the phrase after "of" up to the verb. */
function ofPhrase(tokens: Claim['sequence']['tokens'], noun: number, verb: number): readonly [number, number] | null {
  if (tokens[noun + 1]?.lower !== 'of') return null;
  let to = noun + 2;
  while (to < verb && to < noun + 10 && !((tokens[to]?.tags ?? Tag.be) & (Tag.be | Tag.modal | Tag.punctuation))) to++;
  return (tokens[to]?.tags ?? 0) & Tag.be && to > noun + 2 ? [noun + 2, to] : null;
}
