/** Finds the claims of a document: every sentence by itself, list items with their stem, bare items with their heading. */

import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import { compileRules, type Match, type RuleSet } from '../../rules/engine.ts';
import type { Spans } from '../../rules/matcher.ts';
import type { PackFile, RuleSource } from '../../rules/pack.ts';
import { type BareForces, bareForces, forceOf } from './bare.ts';
import type { Claim, ClaimKind, ClaimRule, Force, Strength, Voice } from './claim.ts';
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

function toForce(value: unknown): Force | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('strength' in value)) return null;
  const { kind, strength } = value;
  return isKind(kind) && isStrength(strength) ? { kind, strength } : null;
}

function toFacts(key: string, source: RuleSource, order: number): ClaimRule | null {
  if (!isKind(source.kind)) return null;
  return {
    key,
    order,
    kind: source.kind,
    strength: isStrength(source.strength) ? source.strength : null,
    subject: Array.isArray(source.subject) ? new Set(source.subject.filter(isClass)) : null,
    voice: isVoice(source.voice) ? source.voice : 'active',
    novelty: isNovelty(source.novelty) ? source.novelty : text(source.novelty) ? 'unknown' : 'new',
    measured: toForce(source.measured),
    imperative: toForce(source.imperative),
    run: source.run === true,
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
  const bare: BareForces = bareForces(annotated, rules);
  let antecedent: Subject | null = null;
  let block = -1;
  for (const sentence of annotated.sentences) {
    if (sentence.kind === 'heading') continue;
    const own = resolve(claimsOf(alone(sentence), 'sentence', rules, names, spansOf, antecedent));
    const stem = annotated.sentences[sentence.stem];
    let claims = own;
    if (stem && !own.some(hasOwnForce) && !isFullClause(sentence, names)) {
      const inherited = fromStem(stem, sentence, rules, names, spansOf);
      if (inherited.length > 0) claims = inherited;
    }
    if (claims.every((claim) => YIELDING.has(claim.kind) && claim.source === 'sentence')) {
      const claim = forceOf(sentence, bare);
      if (claim) claims = [claim];
    }
    const named =
      own.find((claim) => claim.subject.kind === 'own' || claim.subject.kind === 'agent')?.subject ??
      firstSubject(sentence, names);
    antecedent = named ?? (sentence.block === block ? antecedent : null);
    block = sentence.block;
    const kept = claims.filter((claim) => !isOpenStem(claim, annotated));
    if (kept.length > 0) found.set(sentence.index, kept);
  }
  return found;
}

/** Kinds that give way to an imperative around them: "Ensure that the department reviews all plans." */
const YIELDING: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['activity', 'achievement', 'forecast', 'denial', 'need']);

/** The subject of a sentence's first finite verb, for the "it" of the next sentence. */
function firstSubject(sentence: Sentence, names: Names): Subject | null {
  const verb = finiteVerb(sentence.tokens);
  if (verb <= 0) return null;
  const subject = findSubject(sentence.tokens, verb, names);
  return subject.kind === 'own' || subject.kind === 'agent' ? subject : null;
}

const finiteVerb = (tokens: readonly Token[]): number =>
  tokens.findIndex((token) => (token.tags & (Tag.modal | Tag.be | Tag.have)) !== 0 && !(token.tags & Tag.ing));

/** Whether an item is a sentence of its own ("The levy is paid yearly."), which no stem can govern. */
function isFullClause(sentence: Sentence, names: Names): boolean {
  const { tokens } = sentence;
  const verb = finiteVerb(tokens);
  if (verb <= 0) return false;
  const first = tokens[0];
  if (!first || first.tags & (Tag.base | Tag.ing) || !(first.tags & Tag.capital)) return false;
  const subject = findSubject(tokens, verb, names);
  return subject.kind !== 'none' && !subject.relative && (subject.from === 0 || tokens[subject.from - 1]?.text === ',');
}

/** Every rule's match in a sequence whose subject the rule accepts. */
function claimsOf(
  sequence: Sequence,
  source: Claim['source'],
  rules: ClaimRules,
  names: Names,
  spansOf: SpansOf,
  antecedent: Subject | null = null,
): Claim[] {
  const claims: Claim[] = [];
  const subjects = new Map<number, Subject>();
  for (const match of rules.sentences.match(sequence.tokens, spansOf(sequence))) {
    const rule = rules.facts.get(match.rule.key);
    if (!rule) continue;
    const [modal, modalEnd] = match.captures.get('modal') ?? [match.from, match.to];
    let subject = subjects.get(modal);
    if (!subject) {
      subject = resolved(findSubject(sequence.tokens, modal, names), sequence, antecedent);
      subjects.set(modal, subject);
    }
    if (rule.subject ? !rule.subject.has(subject.kind) : subject.kind === 'text') continue;
    if (rule.strength !== null && isSubordinate(sequence.tokens, subject, modal)) continue;
    // A relative clause describes; only what will be done in it binds somebody ("a plan that will be published").
    if (subject.relative && rule.voice !== 'passive' && !(rule.kind === 'forecast' || rule.kind === 'recommendation'))
      continue;
    claims.push(toClaim(rule, match, sequence, subject, modal, modalEnd, source));
  }
  return claims;
}

/** "It" or "they" at the start of a sentence stands for the body that the sentence before was about. */
function resolved(subject: Subject, sequence: Sequence, antecedent: Subject | null): Subject {
  if (subject.kind !== 'pronoun' || subject.from !== 0 || subject.relative || !antecedent) return subject;
  const word = sequence.tokens[0]?.lower;
  return word === 'it' || word === 'they' ? { ...subject, kind: antecedent.kind } : subject;
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
    end: match.to,
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
        (other) => other !== claim && other.modal < claim.modal && other.end > claim.modal && other.verb >= claim.modal,
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
  const commits = claims.some((claim) => claim.strength !== null);
  return claims.filter((claim) => {
    if (claim.kind === 'question' || (commits && claim.kind === 'forecast')) return false;
    if (claim.verb >= sequence.borrowed) return true;
    if (last && LEADS.has(last.lower)) return true;
    // What a stem merely tells is told when it ends; what it undertakes or asks for goes on in its items.
    if (YIELDING.has(claim.kind)) return false;
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
  token !== undefined &&
  ((token.tags & (Tag.verbal | Tag.base)) === (Tag.verbal | Tag.base) || (token.tags & Tag.ing) !== 0);

/** A stem whose commitment lies in its list alone ("We will:", "We will take these steps:"): structure, not a claim. */
function isOpenStem(claim: Claim, annotated: Annotated): boolean {
  if (claim.source !== 'sentence') return false;
  const { sentence } = claim.sequence;
  const { tokens } = sentence;
  if (tokens.at(-1)?.text !== ':' || annotated.sentences[sentence.index + 1]?.kind !== 'item') return false;
  if (COMPLETE.has(tokens.at(-2)?.lower ?? '')) return false;
  // The words after the last verb before the colon: what is left when the list is deleted.
  let last = claim.verb;
  for (let k = claim.verb + 1; k < tokens.length; k++)
    if ((tokens[k]?.tags ?? 0) & (Tag.base | Tag.be | Tag.modal)) last = k;
  const rest = tokens.slice(last + 1).filter((token) => !(token.tags & FUNCTION) && !GENERIC.has(token.lower));
  return rest.length < 2;
}

/** Last words of a stem whose list only says how: the stem is complete without it. */
const COMPLETE = new Set(['by', 'through', 'including', 'via']);

const GENERIC = new Set(
  'following action actions step steps place measure measures thing things priority priorities way ways area areas commitment commitments'.split(
    ' ',
  ),
);
