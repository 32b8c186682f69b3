/** Matches the rules of claims against a token sequence and settles which of several readings holds. */
import { type Place, placeOf } from '../../annotate/chains.ts';
import type { Match } from '../../rules/engine.ts';
import type { Spans } from '../../rules/matcher.ts';
import { type Antecedent, pronounOf } from './antecedent.ts';
import { type Claim, type ClaimRule, YIELDING } from './claim.ts';
import type { ClauseWords } from './clause-words.ts';
import { coordinated } from './coordinate.ts';
import { lowered } from './lower.ts';
import { isMeasure } from './measure.ts';
import type { Names } from './names.ts';
import { isReported } from './reported.ts';
import type { ClaimRules } from './rules.ts';
import type { Sequence } from './sequence.ts';
import { type Subject, subjectIn } from './subject.ts';
import { isBelowModal, isDefinition, isSubordinate, isVerb } from './subordinate.ts';
import { type ClaimTrace, givesWay, type Reason } from './trace.ts';

/** Spans of earlier steps for a sequence, by token position. */
export type SpansOf = (sequence: Sequence) => Spans;

/** What every matching of a document needs. */
export interface Matching {
  readonly rules: ClaimRules;
  readonly names: Names;
  readonly spansOf: SpansOf;
  /** Whether the document is a text of law. */
  readonly law: boolean;
  readonly trace?: ClaimTrace | undefined;
}

/** Every rule's match in a sequence whose subject the rule accepts. */
export function claimsOf(
  sequence: Sequence,
  source: Claim['source'],
  { rules, names, spansOf, law, trace }: Matching,
  antecedent: Antecedent | null = null,
): Claim[] {
  const matches = rules.sentences.match(sequence, spansOf(sequence));
  if (matches.length === 0) return [];
  const claims: Claim[] = [];
  /** What is known of each cue, by its position. */
  const cues = new Map<number, Cue>();
  for (const match of matches) {
    const rule = rules.facts.get(match.rule.key);
    if (!rule || (rule.law !== null && rule.law !== law)) continue;
    const [modal, modalEnd] = match.captures.get('modal') ?? [match.from, match.to];
    let cue = cues.get(modal);
    if (!cue) {
      cue = cueAt(sequence, modal, rules, names, antecedent);
      cues.set(modal, cue);
    }
    const { subject } = cue;
    const reason = refusal(rule, cue);
    if (reason) {
      const { from, to } = match;
      trace?.refused({ rule, sequence, from, to, subject, reason, rival: null });
      continue;
    }
    const reported = isReported(sequence.tokens, modal, cue.place, rule.voice === 'nominal', rules.words);
    const read = toClaim(rule, match, sequence, subject, modal, modalEnd, source, antecedent, reported, rules.words);
    const claim = lowered(read, modal, rules.lowering);
    if (claim.rule !== rule) trace?.refused(givesWay(read, 'outranked', claim.rule));
    trace?.claimed(claim, match);
    claims.push(claim);
  }
  return claims;
}

/** What the clause of a cue says of it, whichever rule matches there. */
interface Cue {
  readonly place: Place;
  readonly subject: Subject;
  /** Why no rule that undertakes anything can hold there, or null. */
  readonly bar: Reason | null;
  /** Whether it is a noun or a participle here, so that no rule about a verb can hold. */
  readonly isNoun: boolean;
  /** Whether its relative clause tells which thing is meant: it opens with "that". */
  readonly isClose: boolean;
}

function cueAt(
  sequence: Sequence,
  modal: number,
  { words }: ClaimRules,
  names: Names,
  antecedent: Antecedent | null,
): Cue {
  const { tokens } = sequence;
  const place = placeOf(tokens, modal);
  const subject = resolved(subjectIn(tokens, place, names), sequence, antecedent);
  const bar =
    isSubordinate(tokens, place.frame, subject, words) || isDefinition(tokens, modal)
      ? 'subordinate'
      : isBelowModal(tokens, modal, place)
        ? 'below-modal'
        : null;
  return { place, subject, bar, isNoun: !isVerb(tokens, modal, place), isClose: tokens[modal - 1]?.lower === 'that' };
}

/** Why a rule's match makes no claim, or null where it does. */
function refusal(rule: ClaimRule, { subject, bar, isNoun, isClose }: Cue): Reason | null {
  if (rule.subject ? !rule.subject.has(subject.kind) : subject.kind === 'text') return 'subject';
  if (rule.strength !== null && bar) return bar;
  if (rule.voice === 'active' && isNoun) return 'noun';
  // A relative clause describes; only what will be done in it binds somebody ("a plan, which will be published"), unless
  // it tells which thing is meant ("the tools that will be used").
  const describes =
    subject.relative &&
    (rule.voice !== 'passive' || isClose) &&
    rule.kind !== 'forecast' &&
    rule.kind !== 'recommendation';
  return describes ? 'relative' : null;
}

/** "It" or "they" at the start of a sentence stands for the body that the sentence before was about. */
function resolved(subject: Subject, sequence: Sequence, antecedent: Antecedent | null): Subject {
  if (subject.kind !== 'pronoun' || subject.from !== pronounOf(sequence.tokens) || subject.relative || !antecedent)
    return subject;
  return isPronoun(sequence, subject) ? { ...subject, kind: antecedent.kind } : subject;
}

const isPronoun = (sequence: Sequence, subject: Subject): boolean =>
  subject.to - subject.from === 1 && ['it', 'they'].includes(sequence.tokens[subject.from]?.lower ?? '');

/** Farthest a noun such as "ambition" stands behind its "its", in words. */
const NEAR_POSSESSOR = 4;

/** Whether a claim's holder is the pronoun that opens its sentence: "it will …", "its ambition is to …". */
function isMeant(rule: ClaimRule, sequence: Sequence, subject: Subject, modal: number): boolean {
  if (subject.kind !== 'pronoun' && isPronoun(sequence, subject)) return true;
  if (rule.voice !== 'nominal') return false;
  const at = pronounOf(sequence.tokens);
  return at >= 0 && at < modal && modal - at <= NEAR_POSSESSOR;
}

function toClaim(
  rule: ClaimRule,
  match: Match,
  sequence: Sequence,
  subject: Subject,
  modal: number,
  modalEnd: number,
  source: Claim['source'],
  antecedent: Antecedent | null,
  reported: boolean,
  words: ClauseWords,
): Claim {
  const verb = (match.captures.get('act') ?? match.captures.get('verb'))?.[0] ?? match.to;
  const measured = rule.measured && isMeasured(sequence, modal, words) ? rule.measured : null;
  const force = measured ?? rule;
  return {
    rule,
    kind: force.kind,
    strength: force.strength,
    sequence,
    subject,
    modal,
    cueEnd: Math.max(modalEnd, Math.min(verb, match.to)),
    verb,
    restart: null,
    isReported: reported,
    end: match.to,
    source,
    giver: (sequence.stem ?? sequence.sentence).index,
    scope: [0, sequence.tokens.length],
    antecedent: isMeant(rule, sequence, subject, modal) ? (antecedent?.name ?? null) : null,
  };
}

/** Whether the sentence gives a figure behind the cue, or a year: a number before the cue may be a section's. */
function isMeasured({ tokens, borrowed }: Sequence, modal: number, words: ClauseWords): boolean {
  const own = borrowed === 0 ? tokens : tokens.slice(borrowed);
  return own.some(
    (token, i) =>
      /^(?:FY)?[12]\d{3}$/.test(token.text) ||
      (borrowed + i > modal && (isMeasure(own, i, words) || words.measuring.has(token.lower))),
  );
}

/**
 * One claim an act of a verb group, by the earliest rule; and one claim for groups whose cues overlap, as in "plans are to be".
 * Questions stand alone.
 */
export function settle(claims: readonly Claim[], { lowering }: ClaimRules, trace?: ClaimTrace): Claim[] {
  if (claims.length === 0) return [];
  return scoped(undoubled(claims, trace).flatMap((claim) => coordinated(claim, lowering)));
}

function undoubled(claims: readonly Claim[], trace: ClaimTrace | undefined): Claim[] {
  const question = claims.find((claim) => claim.kind === 'question');
  if (question) {
    if (trace)
      for (const claim of claims) if (claim !== question) trace.refused(givesWay(claim, 'question', question.rule));
    return [question];
  }
  const best = new Map<number, Claim>();
  for (const claim of claims) {
    const rival = best.get(claim.modal);
    if (!rival || claim.rule.order < rival.rule.order) best.set(claim.modal, claim);
  }
  if (trace) tellOutranked(claims, best, trace);
  const kept = [...best.values()].sort((a, b) => a.modal - b.modal);
  return kept.filter((claim) => {
    const over = kept.find(
      (other) => other !== claim && other.modal < claim.modal && other.end > claim.modal && other.verb >= claim.modal,
    );
    if (over) trace?.refused(givesWay(claim, 'overlapped', over.rule));
    return !over;
  });
}

/** Tells of the claims that gave way to the best at their verb; one rule that matches in several ways is told of once. */
function tellOutranked(claims: readonly Claim[], best: ReadonlyMap<number, Claim>, trace: ClaimTrace): void {
  for (const claim of claims) {
    const winner = best.get(claim.modal);
    if (winner && winner.rule !== claim.rule) trace.refused(givesWay(claim, 'outranked', winner.rule));
  }
}

/**
 * Parts a sentence between its claims: each begins at its subject, or at its verb where it shares the subject before.
 * What is merely told parts nothing ("we will act so that we meet the target by 2030").
 */
function scoped(claims: readonly Claim[]): Claim[] {
  const parting = claims.filter((claim) => !YIELDING.has(claim.kind));
  const starts = parting.map((claim, i) => {
    const before = parting[i - 1];
    if (!before) return 0;
    if (claim.restart !== null) return claim.restart;
    const hasSubject = claim.rule.voice !== 'nominal' && claim.subject.kind !== 'none';
    return hasSubject && claim.subject.from > before.modal ? claim.subject.from : claim.modal;
  });
  return claims.map((claim) => {
    const at = parting.indexOf(claim);
    const end = claim.sequence.tokens.length;
    return at < 0 ? claim : { ...claim, scope: [starts[at] ?? 0, starts[at + 1] ?? end] };
  });
}
