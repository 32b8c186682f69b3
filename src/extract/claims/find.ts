/** Finds the claims of a document: every sentence by itself, list items with their stem, bare items with their heading. */

import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import { compileRules, type Match, type RuleSet } from '../../rules/engine.ts';
import type { Spans } from '../../rules/matcher.ts';
import type { PackFile, RuleSource } from '../../rules/pack.ts';
import type { Claim, ClaimKind, ClaimRule, Strength, Voice } from './claim.ts';
import type { Names, SubjectClass } from './names.ts';
import { alone, joined, type Sequence } from './sequence.ts';
import { findSubject, type Subject } from './subject.ts';

/** The compiled rules of the commitment, statement and heading packs. */
export interface ClaimRules {
  readonly sentences: RuleSet;
  readonly headings: RuleSet;
  readonly facts: ReadonlyMap<string, ClaimRule>;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function isStrength(value: unknown): value is Strength {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

const KINDS: ReadonlySet<string> = new Set(
  'commitment intention aspiration obligation recommendation need forecast achievement activity denial question'.split(
    ' ',
  ),
);
const isKind = (value: unknown): value is ClaimKind => typeof value === 'string' && KINDS.has(value);
const CLASSES: ReadonlySet<string> = new Set('own agent others instrument text pronoun thing none'.split(' '));
const isClass = (value: unknown): value is SubjectClass => typeof value === 'string' && CLASSES.has(value);
const VOICES: ReadonlySet<string> = new Set(['active', 'passive', 'nominal', 'verbless']);
const isVoice = (value: unknown): value is Voice => typeof value === 'string' && VOICES.has(value);
const isNovelty = (value: unknown): value is ClaimRule['novelty'] =>
  value === 'new' || value === 'restated' || value === 'ongoing' || value === 'extended' || value === 'unknown';

function toFacts(key: string, source: RuleSource, order: number): ClaimRule | null {
  if (!isKind(source.kind)) return null;
  const measured = source.measured;
  const alternative =
    typeof measured === 'object' &&
    measured !== null &&
    'kind' in measured &&
    'strength' in measured &&
    isKind(measured.kind) &&
    isStrength(measured.strength)
      ? { kind: measured.kind, strength: measured.strength }
      : null;
  return {
    key,
    order,
    kind: source.kind,
    strength: isStrength(source.strength) ? source.strength : null,
    subject: Array.isArray(source.subject) ? new Set(source.subject.filter(isClass)) : null,
    voice: isVoice(source.voice) ? source.voice : 'active',
    novelty: isNovelty(source.novelty) ? source.novelty : text(source.novelty) ? 'unknown' : 'new',
    measured: alternative,
  };
}

/** @param files the pack files named `commitment`, `statement` and `heading` */
export function compileClaims(files: readonly PackFile[]): ClaimRules {
  const of = (...packs: string[]) => files.filter((file) => packs.includes(file.pack));
  const sentences = compileRules(of('commitment', 'statement'));
  const headings = compileRules(of('heading'));
  const facts = new Map<string, ClaimRule>();
  for (const rule of [...sentences.rules, ...headings.rules]) {
    const fact = toFacts(rule.key, rule.source, facts.size);
    if (fact) facts.set(rule.key, fact);
  }
  return { sentences, headings, facts };
}

/** Spans of earlier steps for a sequence, by token position. */
export type SpansOf = (sequence: Sequence) => Spans;

/** The claims of each sentence, by its index; sentences without claims are absent. */
export function findClaims(
  annotated: Annotated,
  rules: ClaimRules,
  names: Names,
  spansOf: SpansOf,
): Map<number, Claim[]> {
  const found = new Map<number, Claim[]>();
  const bare = bareForces(annotated, rules);
  for (const sentence of annotated.sentences) {
    if (sentence.kind === 'heading') continue;
    const own = resolve(claimsOf(alone(sentence), 'sentence', rules, names, spansOf));
    const stem = annotated.sentences[sentence.stem];
    let claims = own;
    if (stem && !own.some((claim) => hasOwnForce(claim))) {
      const inherited = fromStem(stem, sentence, rules, names, spansOf);
      if (inherited.length > 0) claims = inherited;
    }
    if (claims.length === 0) {
      const claim = fromHeading(sentence, bare);
      if (claim) claims = [claim];
    }
    const kept = claims.filter((claim) => !isOpenStem(claim, annotated));
    if (kept.length > 0) found.set(sentence.index, kept);
  }
  return found;
}

/** Every rule's match in a sequence whose subject the rule accepts. */
function claimsOf(
  sequence: Sequence,
  source: Claim['source'],
  rules: ClaimRules,
  names: Names,
  spansOf: SpansOf,
): Claim[] {
  const claims: Claim[] = [];
  const subjects = new Map<number, Subject>();
  for (const match of rules.sentences.match(sequence.tokens, spansOf(sequence))) {
    const rule = rules.facts.get(match.rule.key);
    if (!rule) continue;
    const [modal, modalEnd] = match.captures.get('modal') ?? [match.from, match.to];
    let subject = subjects.get(modal);
    if (!subject) {
      subject = findSubject(sequence.tokens, modal, names);
      subjects.set(modal, subject);
    }
    if (rule.subject ? !rule.subject.has(subject.kind) : subject.kind === 'text') continue;
    if (rule.strength !== null && isSubordinate(sequence.tokens, subject, modal)) continue;
    claims.push(toClaim(rule, match, sequence, subject, modal, modalEnd, source));
  }
  return claims;
}

/** Words that open a clause in which "will" and its like promise nothing: questions, conditions, comparisons. */
const OPENERS = new Set(
  'how what whether why if when where once until as unless while because who whom whose than'.split(' '),
);
/** Verbs and nouns that make what follows "that" somebody's expectation or purpose. */
const EXPECTATION = new Set(
  'expect expects expected anticipate anticipates believe believes think hope hopes estimate estimates predict assume assumes expectation ensure ensures ensuring likely so means mean reflect recognise recognises understand know means requires require'.split(
    ' ',
  ),
);

/** Whether a verb group stands in a clause that asks, conditions, expects or serves as a purpose. */
function isSubordinate(tokens: readonly Token[], subject: Subject, modal: number): boolean {
  const begin = subject.kind === 'none' ? modal : subject.from;
  const before = tokens[begin - 1];
  if (!before) return false;
  if (OPENERS.has(before.lower)) return true;
  if (before.lower !== 'that')
    return EXPECTATION.has(before.lower) && subject.kind !== 'own' && subject.kind !== 'none';
  return EXPECTATION.has(tokens[begin - 2]?.lower ?? '');
}

function toClaim(
  rule: ClaimRule,
  match: Match,
  sequence: Sequence,
  subject: Subject,
  modal: number,
  modalEnd: number,
  source: Claim['source'],
): Claim {
  const verb = (match.captures.get('act') ?? match.captures.get('verb'))?.[0] ?? match.to;
  const own = sequence.tokens.slice(sequence.borrowed);
  const measured =
    rule.measured && own.some((token) => /\d/.test(token.text) || token.lower === '%' || MEASURES.has(token.lower));
  return {
    rule,
    kind: measured && rule.measured ? rule.measured.kind : rule.kind,
    strength: measured && rule.measured ? rule.measured.strength : rule.strength,
    sequence,
    subject,
    modal,
    cueEnd: Math.max(modalEnd, Math.min(verb, match.to)),
    verb,
    source,
  };
}

const MEASURES = new Set('halve halving double doubling triple zero quarter percent half'.split(' '));

/**
 * One claim a verb group, by the earliest rule; and one claim for groups whose cues overlap, as in "plans are to be".
 * Questions stand alone.
 */
function resolve(claims: readonly Claim[]): Claim[] {
  const question = claims.find((claim) => claim.kind === 'question');
  if (question) return [question];
  const best = new Map<number, Claim>();
  for (const claim of claims) {
    const rival = best.get(claim.modal);
    if (!rival || claim.rule.order < rival.rule.order) best.set(claim.modal, claim);
  }
  const kept = [...best.values()].sort((a, b) => a.modal - b.modal);
  return kept.filter(
    (claim) =>
      !kept.some(
        (other) =>
          other !== claim && other.modal < claim.modal && other.cueEnd > claim.modal && other.verb >= claim.modal,
      ),
  );
}

/** Whether an item's claim stands by itself, so that its stem adds nothing: a finite verb with a subject of its own. */
const hasOwnForce = (claim: Claim): boolean =>
  claim.subject.kind !== 'none' &&
  claim.kind !== 'forecast' &&
  claim.kind !== 'activity' &&
  claim.kind !== 'need' &&
  !claim.subject.relative;

/** Words at the end of a stem after which its items complete the sentence. */
const LEADS = new Set(
  'to by that will shall must should and or including include includes with for of on is are be see through as the a our from in we would following below these all'.split(
    ' ',
  ),
);

/** The claims that an item takes over from the sentence that introduces it. */
function fromStem(stem: Sentence, sentence: Sentence, rules: ClaimRules, names: Names, spansOf: SpansOf): Claim[] {
  const sequence = joined(stem, sentence);
  const claims = resolve(
    claimsOf(sequence, 'stem', rules, names, spansOf).filter((claim) => claim.modal < sequence.borrowed),
  );
  const last = sequence.tokens[sequence.borrowed - 1];
  const first = sequence.tokens[sequence.borrowed];
  return claims.filter((claim) => {
    if (claim.kind === 'question') return false;
    if (claim.verb >= sequence.borrowed) return true;
    if (last && LEADS.has(last.lower)) return true;
    if (stem.tokens.some((token) => token.lower === 'following' || token.lower === 'below')) return true;
    // "the partnership will put in place:": nothing but function words after the verb, so that the item is its object.
    const between = sequence.tokens
      .slice(claim.verb + 1, sequence.borrowed)
      .filter((token) => !(token.tags & FUNCTION));
    return between.length <= 2 || isBare(first);
  });
}

const FUNCTION = Tag.determiner | Tag.preposition | Tag.conjunction | Tag.adverb | Tag.punctuation | Tag.pronoun;

/** Whether a first word can open an item without a finite verb of its own: an imperative or a gerund. */
const isBare = (token: Token | undefined): boolean =>
  token !== undefined && (token.tags & (Tag.verbal | Tag.ing)) !== 0;

/** A stem whose commitment lies in its list alone ("We will:", "We will take these steps:"): structure, not a claim. */
function isOpenStem(claim: Claim, annotated: Annotated): boolean {
  if (claim.source !== 'sentence') return false;
  const { sentence } = claim.sequence;
  const last = sentence.tokens.at(-1);
  if (last?.text !== ':') return false;
  const next = annotated.sentences[sentence.index + 1];
  if (next?.kind !== 'item') return false;
  const rest = sentence.tokens
    .slice(claim.verb + 1)
    .filter((token) => !(token.tags & FUNCTION) && !GENERIC.has(token.lower));
  return rest.length < 2;
}

const GENERIC = new Set(
  'following action actions step steps place measure measures thing things priority priorities way ways area areas commitment commitments'.split(
    ' ',
  ),
);

interface BareForce {
  readonly rule: ClaimRule;
  readonly heading: Sentence;
}

/** The force that each section's heading passes on to bare items, by section; inherited by its subsections. */
function bareForces(annotated: Annotated, rules: ClaimRules): ReadonlyMap<number, BareForce> {
  const forces = new Map<number, BareForce>();
  annotated.sections.forEach((section, position) => {
    const heading = annotated.sentences[section.heading];
    if (!heading) return;
    const match = rules.headings.match(heading.tokens, new Map()).at(0);
    const rule = match && rules.facts.get(match.rule.key);
    if (rule) forces.set(position, { rule, heading });
    else {
      const inherited = forces.get(section.parent);
      if (inherited) forces.set(position, inherited);
    }
  });
  return forces;
}

/** Longest bare item, in words: longer ones are prose. */
const LONGEST_BARE = 60;

/** The claim of an item without a finite verb, from the heading above it or, for an imperative, from being one. */
function fromHeading(sentence: Sentence, forces: ReadonlyMap<number, BareForce>): Claim | null {
  if (sentence.tokens.length < 2 || sentence.tokens.length > LONGEST_BARE) return null;
  const force = forces.get(sentence.section);
  const first = sentence.tokens[0];
  const imperative = first !== undefined && (first.tags & Tag.verbal) !== 0 && !(first.tags & (Tag.past | Tag.third));
  const isItem = sentence.kind === 'item';
  const bare = isItem && (isBare(first) || !hasFiniteVerb(sentence.tokens));
  if (!force || !(bare || imperative)) return null;
  const measured = force.rule.measured && sentence.tokens.some((token) => /\d/.test(token.text));
  return {
    rule: force.rule,
    kind: measured && force.rule.measured ? force.rule.measured.kind : force.rule.kind,
    strength: measured && force.rule.measured ? force.rule.measured.strength : force.rule.strength,
    sequence: alone(sentence),
    subject: { kind: 'none', from: 0, to: 0, relative: false },
    modal: 0,
    cueEnd: 0,
    verb: 0,
    source: 'heading',
  };
}

const hasFiniteVerb = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => (token.tags & (Tag.modal | Tag.be | Tag.have | Tag.do)) !== 0 && !(token.tags & Tag.ing));
