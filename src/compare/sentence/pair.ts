/** What changed between two versions of one commitment, field by field. */
import type { Commitment } from '../../model/report.ts';
import { compareActor } from '../actor.ts';
import { compareConditions } from '../condition.ts';
import { compareDeadline } from '../deadline/compare.ts';
import { compareForce, comparePolarity, negates } from '../force.ts';
import { levelledWords } from '../levelled.ts';
import { compareScope } from '../scope.ts';
import { compareTargets } from '../target/compare.ts';
import type { Finding, Versions } from '../versions.ts';
import type { Surroundings } from './outcome.ts';

/** The findings on a pair of commitments; no two rest on the same words. */
export function comparePair(
  before: Commitment,
  after: Commitment,
  versions: Versions,
  { times, publishers }: Surroundings,
): readonly Finding[] {
  // All but polarity, deadlines and conditions rests on words that differ.
  const isEdited = versions.edits.length > 0;
  const flip = comparePolarity(before, after, versions);
  const negated = flip.length > 0 ? null : before.polarity === after.polarity ? negates(versions) : null;
  const flips = negated ? [negated] : flip;
  // A stem that only one side has was read and not written: what is inherited from it cannot be compared.
  const isFair = (before.stem === null) === (after.stem === null) && isEdited;
  const deadline = compareDeadline(before, after, versions, times);
  const actor = isFair ? compareActor(before, after, versions, publishers) : [];
  const conditions = compareConditions(before, after, versions);
  const known = [...flips, ...deadline, ...actor, ...conditions];
  const dues = [before.deadline?.text ?? '', after.deadline?.text ?? ''];
  const targets = isEdited ? compareTargets(before, after, versions, explainedBy(known, dues)) : [];
  const force = flips.length > 0 || !isFair ? [] : compareForce(before, after);
  const all = [...force, ...known, ...targets];
  if (!isEdited) return all;
  const cues = [before.cue.text, after.cue.text, before.action.verb ?? '', after.action.verb ?? ''];
  return [...all, ...compareScope(versions, explainedBy(all, [...dues, ...cues]))];
}

/**
 * The findings on a commitment whose sentence was split or merged: what is read of it alone, and nothing that rests on the
 * words around it.
 * @param versions the whole sentences, with the texts of the two that hold the commitment
 */
export function compareParts(
  before: Commitment,
  after: Commitment,
  versions: Versions,
  { times }: Surroundings,
): readonly Finding[] {
  const due = compareDeadline(before, after, versions, times);
  const explained = explainedBy(due, [before.deadline?.text ?? '', after.deadline?.text ?? '']);
  const targets =
    before.targets.length + after.targets.length > 0 ? compareTargets(before, after, versions, explained) : [];
  return [...compareForce(before, after), ...due, ...targets];
}

/** The stems that findings rest on, and those of `more` texts. */
export function explainedBy(findings: readonly Finding[], more: readonly string[]): ReadonlySet<string> {
  const texts = [...findings.flatMap(({ because }) => because), ...more];
  return new Set(texts.flatMap((text) => levelledWords(text).map((word) => word.stem)));
}
