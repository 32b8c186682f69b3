/** What changed in one sentence: the findings of all its commitments, taken together. */

import { levelOf } from '../model/change-levels.ts';
import type { ChangeKind } from '../model/diff.ts';
import type { Commitment, Statement } from '../model/report.ts';
import { wordsOf } from '../words/words.ts';
import { compareActor, type Publishers } from './actor.ts';
import { compareConditions } from './condition.ts';
import { compareDeadline, type Times } from './deadline.ts';
import { compareForce, comparePolarity, negates } from './force.ts';
import { pairCommitments, stemsOfAction } from './pairs.ts';
import { compareScope } from './scope.ts';
import { compareTargets } from './target.ts';
import { changedStems, type Finding, says, type Versions } from './versions.ts';

/** What a sentence's two reports know besides the sentence. */
export interface Surroundings {
  readonly times: readonly [old: Times, now: Times];
  readonly publishers: Publishers;
}

/** The outcome for one sentence. */
export interface SentenceChange {
  readonly before: Commitment | null;
  readonly after: Commitment | null;
  readonly statement: Statement | null;
  readonly findings: readonly Finding[];
  /** Pairs of the same sentence, besides `before` and `after`, in which something changed too. */
  readonly others: readonly (readonly [before: Commitment, after: Commitment])[];
  /** Commitments that the surviving sentence no longer makes, or makes besides. */
  readonly lost: readonly Commitment[];
  readonly gained: readonly Commitment[];
}

/** Compares a sentence that makes commitments in both versions. */
export function compareSentence(versions: Versions, around: Surroundings): SentenceChange | null {
  const { pairs, lost, gained } = pairCommitments(versions.before.commitments, versions.after.commitments);
  const compared = pairs.map((pair) => ({ pair, findings: comparePair(pair[0], pair[1], versions, around) }));
  const changed = compared.filter(({ findings }) => findings.length > 0);
  const worst = [...(changed.length > 0 ? changed : compared)].sort(
    (a, b) => rank(b.findings) - rank(a.findings) || compared.indexOf(a) - compared.indexOf(b),
  )[0];
  if (!worst) return null;
  return {
    before: worst.pair[0],
    after: worst.pair[1],
    statement: null,
    findings: [...worst.findings, ...changed.filter((one) => one !== worst).flatMap(({ findings }) => findings)],
    others: changed.filter((one) => one !== worst).map(({ pair }) => pair),
    lost: lost.filter((commitment) => isUnsaid(commitment, versions, 'new')),
    gained: gained.filter((commitment) => isUnsaid(commitment, versions, 'old')),
  };
}

/**
 * Compares a commitment with a sentence that is none, or was none: a denial flips it; a need, forecast, recommendation or
 * question weakens it; an achievement or activity tells of it as done, which is a rewording and no loss.
 */
export function compareWithStatement(
  commitment: Commitment,
  statement: Statement,
  versions: Versions,
  around: Surroundings,
  side: 'before' | 'after',
): SentenceChange | null {
  if (versions.edits.length === 0) return null;
  const isLost = side === 'before';
  const findings: Finding[] = [];
  const flip = negates(versions);
  if (flip) findings.push(flip);
  else if (losesCue(commitment, versions, side)) {
    const change = { before: isLost ? 'commitment' : statement.kind, after: isLost ? statement.kind : 'commitment' };
    const kind = kindOf(statement.kind, isLost);
    findings.push({ kind, field: 'kind', change, because: [commitment.cue.text, commitment.action.verb ?? ''] });
  }
  const [old, now] = isLost ? [commitment, statement] : [statement, commitment];
  findings.push(...compareConditions(isLost ? commitment : null, isLost ? null : commitment, versions));
  findings.push(...compareDeadline(old, now, versions, around.times));
  findings.push(...compareActor(old, now, versions, around.publishers));
  return {
    before: isLost ? commitment : null,
    after: isLost ? null : commitment,
    statement,
    findings,
    others: [],
    lost: [],
    gained: [],
  };
}

function kindOf(kind: Statement['kind'], isLost: boolean): ChangeKind {
  switch (kind) {
    case 'denial':
      return 'polarity-flipped';
    case 'need':
    case 'recommendation':
    case 'forecast':
    case 'question':
      return isLost ? 'weakened' : 'strengthened';
    case 'achievement':
    case 'activity':
    case 'obligation':
      return 'reworded';
  }
}

/** The strength that a sentence has at most by one of these words (as the guideline ranks them). */
const HEDGES: ReadonlyMap<string, number> = new Map([
  ...'may might could would should can consider explore hope want wish aspire possibly ideally look'
    .split(' ')
    .map((word) => [word, 1] as const),
  ...'aim seek strive endeavour ambition try'.split(' ').map((word) => [word, 2] as const),
  ...'plan intend propose expect due scheduled'.split(' ').map((word) => [word, 3] as const),
]);

/**
 * Compares a commitment with a version of its sentence in which nothing was found: weakened where the cue went and a
 * weaker one came (and the other way round), flipped where a negation came, else reworded.
 */
export function compareWithMention(
  commitment: Commitment,
  versions: Versions,
  side: 'before' | 'after',
): SentenceChange | null {
  if (versions.edits.length === 0) return null;
  const isLost = side === 'before';
  const words = versions.edits.flatMap((edit) => (isLost ? edit.come : edit.gone));
  const flip = negates(versions);
  const isWeaker = words.some((word) => (HEDGES.get(word.stem) ?? HEDGES.get(word.text) ?? 9) < commitment.strength);
  const isHedged = isWeaker && losesCue(commitment, versions, side);
  const kind = isHedged ? (isLost ? 'weakened' : 'strengthened') : 'reworded';
  const [one, other] = ['commitment', 'none'];
  const [quote, none] = [isLost ? versions.after.quote : versions.before.quote, null];
  const because = [commitment.cue.text];
  const change = isLost ? { before: one, after: other } : { before: other, after: one };
  const quoted = isLost ? { before: none, after: quote } : { before: quote, after: none };
  const findings: Finding[] = flip ? [flip] : [{ kind, field: 'kind', change, because }];
  findings.push(...compareConditions(isLost ? commitment : null, isLost ? null : commitment, versions));
  findings.push({ kind: findings[0]?.kind ?? kind, field: 'quote', change: quoted, because: [] });
  return {
    before: isLost ? commitment : null,
    after: isLost ? null : commitment,
    statement: null,
    findings,
    others: [],
    lost: [],
    gained: [],
  };
}

/** Whether a word of the cue is missing on the side that is no commitment; if not, only the reading may differ. */
function losesCue({ cue }: Commitment, { oldWords, newWords }: Versions, side: 'before' | 'after'): boolean {
  const others = new Set((side === 'before' ? newWords : oldWords).map((word) => word.stem));
  return wordsOf(cue.text).some((word) => !others.has(word.stem));
}

function comparePair(
  before: Commitment,
  after: Commitment,
  versions: Versions,
  { times, publishers }: Surroundings,
): readonly Finding[] {
  const flip = comparePolarity(before, after, versions);
  const negated = flip.length > 0 ? null : before.polarity === after.polarity ? negates(versions) : null;
  const flips = negated ? [negated] : flip;
  // A stem that only one side has was read and not written: what is inherited from it cannot be compared.
  const isFair = (before.stem === null) === (after.stem === null) && versions.edits.length > 0;
  const deadline = compareDeadline(before, after, versions, times);
  const actor = isFair ? compareActor(before, after, versions, publishers) : [];
  const conditions = compareConditions(before, after, versions);
  const known = [...flips, ...deadline, ...actor, ...conditions];
  const dues = [before.deadline?.text ?? '', after.deadline?.text ?? ''];
  const targets = compareTargets(before, after, versions, explainedBy(known, dues));
  const force = flips.length > 0 || !isFair ? [] : compareForce(before, after);
  const all = [...force, ...known, ...targets];
  const cues = [before.cue.text, after.cue.text, before.action.verb ?? '', after.action.verb ?? ''];
  return [...all, ...compareScope(versions, explainedBy(all, [...dues, ...cues]))];
}

function explainedBy(findings: readonly Finding[], more: readonly string[]): ReadonlySet<string> {
  const texts = [...findings.flatMap(({ because }) => because), ...more];
  return new Set(texts.flatMap((text) => wordsOf(text).map((word) => word.stem)));
}

/** Whether the action of a commitment is no longer, or was not yet, in the words of the other version. */
function isUnsaid(commitment: Commitment, versions: Versions, side: 'old' | 'new'): boolean {
  const stems = [...stemsOfAction(commitment)];
  const { edits } = versions;
  const changed = changedStems(edits)[side === 'new' ? 'gone' : 'come'];
  const text = side === 'new' ? versions.newText : versions.oldText;
  if (edits.length === 0 || says(text, commitment.action.text)) return false;
  return stems.filter((stem) => changed.has(stem)).length * 2 > stems.length;
}

function rank(findings: readonly Finding[]): number {
  if (findings.length === 0) return -1;
  return { error: 2, warning: 1, note: 0 }[levelOf(findings.map(({ kind }) => kind))];
}
