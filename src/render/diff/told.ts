/** Which changes of a diff are told, in which order, and how many there are of each sort. */
import { CHANGE_GROUPS, type ChangeGroup, groupOf, isQuiet } from '../../model/change-groups.ts';
import { LEVELS } from '../../model/change-levels.ts';
import type { ChangeKind, Diff } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { acceptedWords } from '../accepted.ts';
import { grouped } from '../numbers.ts';
import { type AnyChange, isOfCommitment } from './any-change.ts';
import type { DiffOptions } from './options.ts';

/** A change with the group that it is told in. */
export interface Told {
  readonly change: AnyChange;
  readonly group: ChangeGroup;
}

/** The changes that are told, and how many were only moved or reworded and are not. */
export interface Choice {
  readonly told: readonly Told[];
  readonly hidden: number;
}

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/** By group, within a group by level, and else in the order given, which is that of the new text. */
export function choose(changes: readonly AnyChange[], { all = false, shows }: DiffOptions): Choice {
  const isShown = shows ?? ((change: AnyChange) => all || change.level !== 'note' || !isQuiet(change.kinds));
  const told = changes
    .filter(isShown)
    .map((change): Told => ({ change, group: groupOf(change.kinds) }))
    .sort(
      (a, b) =>
        CHANGE_GROUPS.indexOf(a.group) - CHANGE_GROUPS.indexOf(b.group) || RANK[a.change.level] - RANK[b.change.level],
    );
  return { told, hidden: shows === undefined ? changes.length - told.length : 0 };
}

/** The kinds of a change, the worst first. */
export const kindsOf = ({ kinds }: AnyChange, options: DiffOptions): ChangeKind[] =>
  [...kinds].sort((a, b) => RANK[levelOfKind(a, options)] - RANK[levelOfKind(b, options)]);

/** The level of a kind. */
const levelOfKind = (kind: ChangeKind, { levels }: DiffOptions): Level => (levels ?? LEVELS)[kind];

/** The level of one kind of a change; what becomes of a duty of others is nothing graver than the change itself. */
export function levelIn(change: AnyChange, kind: ChangeKind, options: DiffOptions): Level {
  const level = levelOfKind(kind, options);
  return isOfCommitment(change) || RANK[level] > RANK[change.level] ? level : change.level;
}

/** A group's name as it is counted; what was only moved is counted apart from what was reworded. */
type Counted = ChangeGroup | 'only moved';

/** How many changes each group has, in the order of the screen; groups without any are left out. */
function countsOf(changes: readonly AnyChange[]): readonly (readonly [name: Counted, count: number])[] {
  const counts = new Map<Counted, number>();
  for (const { kinds } of changes) {
    const name = kinds.every((kind) => kind === 'moved') ? 'only moved' : groupOf(kinds);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...CHANGE_GROUPS, 'only moved' as const].flatMap((name) => {
    const count = counts.get(name) ?? 0;
    return count === 0 ? [] : [[name, count] as const];
  });
}

/** `2 removed, 3 weaker`. */
export const countedGroups = (changes: readonly AnyChange[]): string =>
  countsOf(changes)
    .map(([name, count]) => `${grouped(count)} ${name}`)
    .join(', ');

/** `2 removed, 3 weaker; 39 unchanged; 6 in the baseline`, or what there is to say of no change. */
export function planOf(changes: readonly AnyChange[], unchanged: number, suppressed: Diff['suppressed'] = []): string {
  const accepted = acceptedWords(suppressed.map(({ by }) => by));
  const what = changes.length === 0 ? `nothing${accepted === '' ? '' : ' else'} changed` : countedGroups(changes);
  return `${what}; ${grouped(unchanged)} unchanged${accepted === '' ? '' : `; ${accepted}`}`;
}

/** How often each kind was met in a group, the commonest first: `4 deadline slipped`, `1 weakened`. */
export function countedKinds(changes: readonly AnyChange[], group: ChangeGroup): string[] {
  const counts = new Map<ChangeKind, number>();
  for (const { kinds } of changes) {
    if (groupOf(kinds) !== group) continue;
    for (const kind of kinds) if (groupOf([kind]) === group) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, two]) => two - one)
    .map(([kind, count]) => `${grouped(count)} ${kind.replaceAll('-', ' ')}`);
}
