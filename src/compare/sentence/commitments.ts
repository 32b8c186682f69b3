/** What changed in a sentence that makes commitments in both versions: the findings of all of them, taken together. */
import { levelOf } from '../../model/change-levels.ts';
import type { Commitment } from '../../model/report.ts';
import { pairCommitments, stemsOfAction } from '../pairs.ts';
import { changedStems, type Finding, says, type Versions } from '../versions.ts';
import type { SentenceChange, Surroundings } from './outcome.ts';
import { comparePair } from './pair.ts';

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
