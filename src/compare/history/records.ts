/** Threads as the records of a history: with status and steps, those of one sentence with one history as one. */
import type { ChangeKind } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import type { HistoryCommitment, HistoryStatus, HistoryStep } from '../../model/history.ts';
import { changeKinds, isQuietStep } from '../../model/history-steps.ts';
import type { DocumentRecord } from '../../model/report.ts';
import { type Event, firstOf, lastOf, lastSaid, type Thread } from './thread.ts';

/** A compared version: its number from 1, and its document. */
export interface Version {
  readonly number: number;
  readonly document: DocumentRecord;
}

/**
 * @param threads in the order of the records
 * @param versions by position
 * @param levelOf the level of several kinds
 */
export function recordsOf(
  threads: readonly Thread[],
  versions: readonly Version[],
  levelOf: (kinds: readonly ChangeKind[]) => Level,
): readonly HistoryCommitment[] {
  const ids = idsOf(threads);
  const groups = new Map<string, HistoryCommitment>();
  for (const thread of threads) {
    const said = lastSaid(thread);
    if (said === null) continue;
    const key = pathKey(thread);
    const lead = groups.get(key);
    if (lead) {
      groups.set(key, { ...lead, also: [...lead.also, said.commitment.id] });
      continue;
    }
    const { id, ref, actor, action, evidence } = said.commitment;
    groups.set(key, {
      id: ids.get(thread) ?? '',
      status: statusOf(thread),
      first: versions[firstOf(thread)]?.number ?? 1,
      last: versions[lastOf(thread)]?.number ?? 1,
      commitmentId: id,
      ref,
      who: actor.name ?? actor.text,
      what: action.text,
      evidence,
      also: [],
      into: thread.into ? (ids.get(thread.into) ?? null) : null,
      steps: thread.events.map((event) => stepOf(event, versions, levelOf)),
    });
  }
  return [...groups.values()];
}

/** `h-` with what the id of the commitment has after its own letter; repeats get `#2`. */
function idsOf(threads: readonly Thread[]): ReadonlyMap<Thread, string> {
  const seen = new Map<string, number>();
  const ids = new Map<Thread, string>();
  // The threads of earlier versions first, so that a later version changes no id.
  for (const thread of [...threads].sort((a, b) => firstOf(a) - firstOf(b))) {
    const id = thread.nodes.get(firstOf(thread))?.commitment?.id.replace(/^c-/, 'h-').replace(/#\d+$/, '') ?? 'h-';
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    ids.set(thread, count === 1 ? id : `${id}#${count}`);
  }
  return ids;
}

/** Equal for commitments that stand in the same sentences and to which the same happened. */
function pathKey({ nodes, events, isAlive }: Thread): string {
  const path = [...nodes].map(([at, { unit }]) => `${at}:${unit.index}`);
  const happened = events.map(({ at, change, kinds }) => `${at} ${change?.id ?? kinds.join(',')}`);
  return [String(isAlive), ...path, ...happened].join('|');
}

function statusOf(thread: Thread): HistoryStatus {
  const { events, isAlive, isSaid, into } = thread;
  const first = firstOf(thread);
  if (!isAlive && !isSaid) return into ? 'merged' : 'removed';
  if (events.some(({ kinds }) => kinds.includes('reinstated'))) return 'reinstated';
  if (events.some(({ at, kinds }) => at > first && !isQuietStep(kinds))) return 'changed';
  return events.some(({ at }) => at === first) ? 'added' : 'kept';
}

function stepOf(
  { at, against, kinds, change, node }: Event,
  versions: readonly Version[],
  levelOf: (kinds: readonly ChangeKind[]) => Level,
): HistoryStep {
  const version = versions[at];
  return {
    version: version?.number ?? 1,
    documentId: version?.document.id ?? '',
    against: versions[against]?.number ?? 1,
    kinds: [...kinds],
    level: levelOf(changeKinds(kinds)),
    evidence: node?.commitment?.evidence ?? (node ? (node.unit.statements[0]?.evidence ?? null) : null),
    change,
  };
}
