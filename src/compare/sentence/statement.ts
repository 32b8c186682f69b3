/** A commitment that is none in the other version: a denial, a need, a forecast, or told as done. */
import type { ChangeKind } from '../../model/diff.ts';
import type { Commitment, Statement } from '../../model/report.ts';
import { wordsOf } from '../../words/words.ts';
import { compareActor } from '../actor.ts';
import { compareConditions } from '../condition.ts';
import { compareDeadline } from '../deadline/compare.ts';
import { negates } from '../force.ts';
import { compareScope } from '../scope.ts';
import { compareBaseline } from '../target/baseline.ts';
import { compareNumbers } from '../target/numbers.ts';
import type { Finding, Versions } from '../versions.ts';
import type { SentenceChange, Surroundings } from './outcome.ts';
import { explainedBy } from './pair.ts';

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
  findings.push(
    ...compareAmounts(commitment, versions, findings),
    ...compareScope(versions, explainedBy(findings, [])),
  );
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

/** The numbers of a sentence of which only one version is a commitment. */
function compareAmounts(commitment: Commitment, versions: Versions, known: readonly Finding[]): readonly Finding[] {
  const explained = explainedBy(known, [commitment.deadline?.text ?? '']);
  const baseline = compareBaseline([], [], versions, explained);
  const isFlipped = known.some(({ kind }) => kind === 'polarity-flipped');
  const bearing = { verb: commitment.action.verb, polarity: isFlipped ? null : commitment.polarity };
  return baseline ? [baseline] : compareNumbers(versions, explained, bearing);
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

/** Whether a word of the cue is missing on the side that is no commitment; if not, only the reading may differ. */
export function losesCue({ cue }: Commitment, { oldWords, newWords }: Versions, side: 'before' | 'after'): boolean {
  const others = new Set((side === 'before' ? newWords : oldWords).map((word) => word.stem));
  return wordsOf(cue.text).some((word) => !others.has(word.stem));
}
