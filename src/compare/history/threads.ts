/** Follows every commitment from version to version. */
import type { HistoryKind } from '../../model/history.ts';
import type { Commitment } from '../../model/report.ts';
import type { Unit } from '../units.ts';
import type { Followed, Path } from './follow.ts';
import { foundAgain } from './found-again.ts';
import { type Thread, threadAt } from './thread.ts';

/** A commitment of a version, with its sentence. */
type Said = readonly [commitment: Commitment, unit: Unit];

/**
 * The threads of a chain of versions, in order of the newest; what it no longer has stands where it stood.
 * @param first sentences of the first version
 * @param paths from each version to the next
 * @param pathFrom compares some sentences of the version at an earlier position with that at a later one
 */
export function threadsOf(
  first: readonly Unit[],
  paths: readonly Path[],
  pathFrom: (earlier: number, at: number, asked: readonly Unit[]) => Path,
): readonly Thread[] {
  let threads: readonly Thread[] = saidIn(first).map(([commitment, unit]) => threadAt(0, { unit, commitment }));
  for (const [before, path] of paths.entries()) {
    const at = before + 1;
    threads = followed(threads, at, path, (earlier, asked) => pathFrom(earlier, at, asked));
  }
  return threads;
}

const saidIn = (units: readonly Unit[]): Said[] =>
  units.flatMap((unit) => unit.commitments.map((commitment): Said => [commitment, unit]));

function followed(
  threads: readonly Thread[],
  at: number,
  path: Path,
  pathFrom: (earlier: number, asked: readonly Unit[]) => Path,
): readonly Thread[] {
  const news = saidIn(path.news);
  const owner = new Map<string, Thread>();
  const lost = new Map<Thread, Followed>();
  const joining: { readonly thread: Thread; readonly to: Commitment; readonly told: Followed }[] = [];
  for (const thread of threads) {
    const node = thread.isAlive ? thread.nodes.get(at - 1) : undefined;
    if (!node) continue;
    const told = path.follow(node);
    const id = told.node?.commitment?.id;
    const held = id === undefined ? undefined : owner.get(id);
    if (told.into) joining.push({ thread, to: told.into, told });
    else if (told.node === null) lost.set(thread, told);
    else if (held && told.node.commitment)
      joining.push({ thread, to: told.node.commitment, told: { ...told, change: null } });
    else {
      advance(thread, at, at - 1, told, []);
      if (id !== undefined) owner.set(id, thread);
    }
  }

  const isAdded = ([{ id }]: Said) => !owner.has(id) && (path.changeOfNew(id)?.kinds.includes('added') ?? true);
  const dead = threads.filter((thread) => (!thread.isAlive || lost.has(thread)) && thread.into === null);
  const back = foundAgain(dead, at, new Map(news.filter(isAdded).map(([{ id }, unit]) => [id, unit])), pathFrom);
  for (const [id, { thread, against, found }] of back) {
    const isBack = !lost.delete(thread) && !thread.isSaid;
    advance(thread, at, against, found, isBack ? ['reinstated'] : []);
    owner.set(id, thread);
  }
  for (const [thread, { change, isSaid }] of lost) {
    thread.isAlive = false;
    thread.isSaid = isSaid;
    if (change) thread.events.push({ at, against: at - 1, kinds: change.kinds, change, node: null });
  }

  const begun: Thread[] = [];
  const mentions = mentionsOf(threads, at);
  for (const [commitment, unit] of news) {
    if (owner.has(commitment.id)) continue;
    const change = path.changeOfNew(commitment.id);
    const mention = change ? undefined : mentions.get(unit)?.pop();
    const thread = mention ?? threadAt(at, { unit, commitment });
    if (mention) mention.nodes.set(at, { unit, commitment });
    else begun.push(thread);
    if (change) thread.events.push({ at, against: at - 1, kinds: change.kinds, change, node: { unit, commitment } });
    owner.set(commitment.id, thread);
  }
  for (const { thread, to, told } of joining) {
    thread.isAlive = false;
    thread.into = owner.get(to.id) ?? null;
    if (told.change)
      thread.events.push({ at, against: at - 1, kinds: told.change.kinds, change: told.change, node: null });
  }
  return inOrder(threads, begun, at);
}

/** The threads that go on without being a commitment, by sentence. */
function mentionsOf(threads: readonly Thread[], at: number): ReadonlyMap<Unit, Thread[]> {
  const mentions = new Map<Unit, Thread[]>();
  for (const thread of threads) {
    const node = thread.nodes.get(at);
    if (!node || node.commitment) continue;
    const list = mentions.get(node.unit);
    if (list) list.push(thread);
    else mentions.set(node.unit, [thread]);
  }
  return mentions;
}

function advance(
  thread: Thread,
  at: number,
  against: number,
  { node, change }: Followed,
  more: readonly HistoryKind[],
): void {
  if (!node) return;
  thread.nodes.set(at, node);
  thread.isAlive = true;
  thread.isSaid = false;
  const kinds = [...more, ...(change?.kinds ?? [])];
  if (kinds.length > 0) thread.events.push({ at, against, kinds, change, node });
}

/** Those of this version by where they stand; each of the others behind the one that it stood behind. */
function inOrder(threads: readonly Thread[], begun: readonly Thread[], at: number): readonly Thread[] {
  const behind = new Map<Thread | null, Thread[]>();
  let last: Thread | null = null;
  for (const thread of threads) {
    if (thread.isAlive) last = thread;
    else {
      const list = behind.get(last);
      if (list) list.push(thread);
      else behind.set(last, [thread]);
    }
  }
  const place = (thread: Thread) => thread.nodes.get(at)?.unit.index ?? 0;
  const alive = [...threads.filter(({ isAlive }) => isAlive), ...begun].sort((a, b) => place(a) - place(b));
  return [...(behind.get(null) ?? []), ...alive.flatMap((thread) => [thread, ...(behind.get(thread) ?? [])])];
}
