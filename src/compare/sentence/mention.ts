/** A commitment whose sentence lives on, or lived before, without anything found in it. */
import type { Commitment } from '../../model/report.ts';
import { compareConditions } from '../condition.ts';
import { negates } from '../force.ts';
import type { Finding, Versions } from '../versions.ts';
import { HEDGES } from '../words/force.ts';
import type { SentenceChange } from './outcome.ts';
import { losesCue } from './statement.ts';

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
