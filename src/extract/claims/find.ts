/** Finds the claims of a document: every sentence by itself, list items with their stem, bare items with their heading. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import { antecedentOf } from './antecedent.ts';
import { bareForces, forceOf } from './bare.ts';
import { type Claim, YIELDING } from './claim.ts';
import { claimsOf, type Matching, settle } from './match.ts';
import type { Names } from './names.ts';
import { rowClaim } from './row.ts';
import { alone } from './sequence.ts';
import { fromStem, isOpenStem } from './stem.ts';
import { findSubject } from './subject.ts';
import { type ClaimTrace, givesWay, type Reason } from './trace.ts';

/**
 * The claims of each sentence that has any, in the order of the text. They hold far more than the records made of them,
 * so each sentence is looked at when it is asked for.
 */
export function* findClaims(annotated: Annotated, matching: Matching): Generator<readonly Claim[]> {
  const { names, trace } = matching;
  const bare = bareForces(annotated, matching.rules);
  for (const sentence of annotated.sentences) {
    if (isForeign(sentence, annotated)) continue;
    if (sentence.kind === 'heading') {
      const pledges = headingPledges(sentence, matching);
      if (pledges.length > 0) yield pledges;
      continue;
    }
    const antecedent = antecedentOf(sentence, annotated, names);
    const own = settle(claimsOf(alone(sentence), 'sentence', matching, antecedent), matching.rules, trace);
    const stem = annotated.sentences[sentence.stem];
    let claims = own;
    if (stem && !own.some(hasOwnForce) && !isFullClause(sentence, names)) {
      const inherited = inheritedFrom(stem, sentence, annotated, matching);
      if (inherited.length > 0) {
        giveWay(claims, 'inherited', inherited[0], trace);
        claims = inherited;
      }
    }
    const row = sentence.kind === 'row' || hasCells(sentence) ? rowClaim(sentence, annotated, matching) : null;
    if (row) {
      const whole = firmest(claims, row);
      giveWay(claims, 'row', whole, trace);
      claims = [whole];
    } else if (claims.every(yields)) {
      // The items of a text of law complete its sentences: none is an action of a plan.
      const claim = matching.law ? null : forceOf(sentence, bare, isDue(sentence, matching));
      if (claim) {
        giveWay(claims, 'list', claim, trace);
        claims = [claim];
      }
    }
    const kept = claims.filter((claim) => {
      const isOpen = isOpenStem(claim, annotated, matching.rules.words);
      if (isOpen) trace?.refused(givesWay(claim, 'open-stem'));
      return !isOpen;
    });
    if (kept.length > 0) yield kept;
  }
}

/** Fewest words of a heading that says who will do what. */
const FEWEST_OF_PLEDGE = 5;

/**
 * The pledge that a heading makes in full: it begins with who is bound and says what by a verb of its own ("We will end long
 * waits"). Other headings name what stands below them ("What we will do", "Our commitments", "We will:").
 */
function headingPledges(sentence: Sentence, matching: Matching): Claim[] {
  const { tokens } = sentence;
  if (tokens.length < FEWEST_OF_PLEDGE || !tokens.some(({ tags }) => tags & Tag.modal)) return [];
  const last = tokens.at(-1)?.text;
  if (last === ':' || last === '?') return [];
  return settle(claimsOf(alone(sentence), 'sentence', matching, null), matching.rules).filter(
    ({ kind, subject, modal, verb }) =>
      (kind === 'commitment' || kind === 'intention') &&
      (subject.kind === 'own' || subject.kind === 'agent') &&
      subject.from === 0 &&
      modal > 0 &&
      tokens.length > verb + 2,
  );
}

/**
 * A row is one finding, by its place in the table; what its action says of itself may bind more than that ("We will
 * measure noise"), with the owner and the date of the row.
 */
function firmest(claims: readonly Claim[], row: Claim): Claim {
  if (row.strength === null) return row;
  const { strength, subject, scope } = row;
  const firmer = claims.find(
    (claim) => (claim.strength ?? 0) > strength && claim.modal >= row.modal && claim.modal < row.end,
  );
  return firmer ? { ...firmer, subject: subject.kind === 'none' ? firmer.subject : subject, scope } : row;
}

/** Tells of the claims that give way to another reading of their sentence. */
function giveWay(claims: readonly Claim[], reason: Reason, winner: Claim | undefined, trace?: ClaimTrace): void {
  if (trace) for (const claim of claims) trace.refused(givesWay(claim, reason, winner?.rule ?? null));
}

/** Whether a claim gives way to an imperative around it: it only tells, or stands in a relative clause. */
const yields = (claim: Claim): boolean =>
  claim.source === 'sentence' && (YIELDING.has(claim.kind) || claim.subject.relative);

/** Whether a sentence is in a language that the rules do not cover: "will" is a wish in German. */
const isForeign = ({ block }: Sentence, { document }: Annotated): boolean =>
  document.blocks[block]?.language !== undefined;

/** Words before a date by which something is to be done. */
const BY = new Set(['by', 'before', 'until']);

/** Whether a sentence says by when: a date right after "by" or "before". */
function isDue(sentence: Sentence, { spansOf }: Matching): boolean {
  const times = spansOf(alone(sentence)).get('timex');
  for (const from of times?.keys() ?? []) if (BY.has(sentence.tokens[from - 1]?.lower ?? '')) return true;
  return false;
}

/** Most levels of a nested list that are climbed for a stem with force. */
const DEEPEST = 50;

/** The claims of the nearest stem above an item that has any: "We will:", above "support the area:". */
function inheritedFrom(stem: Sentence, sentence: Sentence, annotated: Annotated, matching: Matching): Claim[] {
  let above: Sentence | undefined = stem;
  for (let depth = 0; above && depth < DEEPEST; depth++) {
    const claims = fromStem(above, sentence, matching);
    if (claims.length > 0) return claims;
    above = annotated.sentences[above.stem];
  }
  return [];
}

/** Whether a line holds cells parted by bars, as tables do that were read as text. */
const hasCells = (sentence: Sentence): boolean => sentence.tokens.some((token) => token.text === '|');

/** Whether an item's claim stands by itself, so that its stem adds nothing: a finite verb with a subject of its own. */
const hasOwnForce = (claim: Claim): boolean =>
  claim.subject.kind !== 'none' &&
  claim.kind !== 'forecast' &&
  claim.kind !== 'activity' &&
  claim.kind !== 'need' &&
  !claim.subject.relative;

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
