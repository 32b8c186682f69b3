/** What became of the duties that a text lays on others: must, should and needs to, found anew, gone, or changed. */
import { LEVELS, levelOf } from '../../model/change-levels.ts';
import type { ChangeKind, DutyChange, FieldChange } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import type { Statement } from '../../model/report.ts';
import { compareActor } from '../actor.ts';
import type { Match } from '../align.ts';
import { changeId } from '../change-id.ts';
import { compareConditions } from '../condition.ts';
import { compareDeadline } from '../deadline/compare.ts';
import { negates } from '../force.ts';
import { movedOf } from '../moved.ts';
import type { Surroundings } from '../sentence/outcome.ts';
import type { Unit } from '../units.ts';
import { type Finding, versionsOf } from '../versions.ts';
import { compareAmounts } from './amounts.ts';
import { compareDutyForce } from './force.ts';

/** The duties of two versions, compared. */
export interface Duties {
  /** In order of the new text; of those that are gone, after all others. */
  readonly changes: DutyChange[];
  /** How many of the old version stand in the new one as they were. */
  readonly unchanged: number;
}

/**
 * Compares the sentences that make no commitment but lay a duty on somebody: obligations, recommendations and needs. A
 * sentence that is a commitment on either side is left to the changes of commitments.
 * @param olds all sentences of the old version, `matches` those of them that are in the new one too
 */
export function compareDuties(
  olds: readonly Unit[],
  news: readonly Unit[],
  matches: readonly Match[],
  around: Surroundings,
): Duties {
  const moved = movedOf(matches);
  const [matchedOld, matchedNew] = [new Set(matches.map((m) => m.before)), new Set(matches.map((m) => m.after))];
  const [keysOld, keysNew] = [new Set(olds.map((unit) => unit.key)), new Set(news.map((unit) => unit.key))];
  const drafts: Draft[] = [];
  let unchanged = 0;
  for (const match of [...matches].sort((a, b) => a.after.index - b.after.index)) {
    const [before, after] = [dutyOf(match.before), dutyOf(match.after)];
    if ((!before && !after) || isPromise(match.before) || isPromise(match.after)) continue;
    const draft = draftOf(match, before, after, around, moved.has(match));
    if (draft) drafts.push(draft);
    else if (before) unchanged++;
  }
  for (const unit of news) {
    const after = matchedNew.has(unit) || keysOld.has(unit.key) || isPromise(unit) ? null : dutyOf(unit);
    if (after) drafts.push({ kinds: ['added'], findings: [], before: null, after, similarity: 0 });
  }
  for (const unit of olds) {
    const before = matchedOld.has(unit) || isPromise(unit) ? null : dutyOf(unit);
    if (!before) continue;
    if (keysNew.has(unit.key)) unchanged++;
    else drafts.push({ kinds: ['removed'], findings: [], before, after: null, similarity: 0 });
  }
  return { changes: finish(drafts), unchanged };
}

interface Draft {
  readonly kinds: readonly ChangeKind[];
  readonly findings: readonly Finding[];
  readonly before: Statement | null;
  readonly after: Statement | null;
  readonly similarity: number;
}

const isPromise = ({ commitments }: Unit): boolean => commitments.length > 0;

/** The duty that a sentence lays on somebody. */
function dutyOf({ statements }: Unit): Statement | null {
  return statements.find(({ kind }) => kind === 'obligation' || kind === 'recommendation' || kind === 'need') ?? null;
}

/** What changed between two versions of a sentence of which at least one is a duty; null for nothing. */
function draftOf(
  match: Match,
  before: Statement | null,
  after: Statement | null,
  { times, publishers }: Surroundings,
  isMoved: boolean,
): Draft | null {
  const versions = versionsOf(match.before, match.after);
  const kinds = new Set<ChangeKind>();
  const findings: Finding[] = [];
  if (versions.edits.length > 0) {
    const flip = negates(versions);
    const force = flip ?? compareDutyForce(before, after, versions);
    if (force) findings.push(force);
    if (before && after) {
      findings.push(...compareDeadline(before, after, versions, times));
      findings.push(...compareActor(before, after, versions, publishers));
    }
    findings.push(...compareConditions(null, null, versions), ...compareAmounts(versions, findings));
    for (const { kind } of findings) kinds.add(kind);
    if (kinds.size === 0) kinds.add('reworded');
  }
  if (isMoved) kinds.add('moved');
  if (kinds.size === 0) return null;
  return {
    kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
    findings,
    before,
    after,
    similarity: match.similarity,
  };
}

function finish(drafts: readonly Draft[]): DutyChange[] {
  const seen = new Map<string, number>();
  return drafts.map(({ kinds, findings, before, after, similarity }) => {
    const fields: Record<string, FieldChange> = {};
    for (const { field, change } of findings) fields[field] ??= change;
    const values = findings.flatMap(({ field, change }) => [field, String(change.before), String(change.after)]);
    const id = changeId(['duty', before?.id ?? '', after?.id ?? '', ...kinds, ...values]);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return {
      id: count === 1 ? id : `${id}#${count}`,
      level: mild(levelOf(kinds, LEVELS)),
      kinds: [...kinds],
      similarity: Math.round(similarity * 100) / 100,
      before,
      after,
      fields,
    };
  });
}

/** What others must do is not the author's promise: nothing that becomes of it is graver than a warning. */
const mild = (level: Level): DutyChange['level'] => (level === 'note' ? 'note' : 'warning');
