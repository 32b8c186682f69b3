/** Checks the lists of users' packs: their members can be read, name what there is, and no list contains itself. */
import type { YamlFault } from '../../yaml/fault.ts';
import { type Pattern, PatternFault, parsePattern } from '../pattern.ts';
import { MAX_MEMBERS } from './limits.ts';
import { meant } from './meant.ts';
import type { UserPart } from './read.ts';
import { faultAt, type Scope } from './scope.ts';

/** How often a list names each other list, at any depth of the brackets of its members. */
type Names = ReadonlyMap<string, number>;

/** The sizes of all lists of a scope, with the members of the lists that they name, or the faults of users' lists. */
export interface CheckedLists {
  readonly faults: readonly YamlFault[];
  readonly sizes: ReadonlyMap<string, number>;
}

/** @param parts of packs that share the lists of a scope; only their own lists are checked */
export function checkLists(parts: readonly UserPart[], scope: Scope): CheckedLists {
  const faults: YamlFault[] = [];
  const own = parts.flatMap((part) =>
    Object.entries(part.file.lists ?? {}).map(([name, members]) => ({ part, name, members, path: ['lists', name] })),
  );
  for (const { part, members, path } of own)
    for (const [i, member] of members.entries()) {
      const fault = faultAt(part, [...path, i], () => checkNames(parsePattern(member), member, scope));
      if (fault) faults.push(fault);
    }
  if (faults.length > 0) return { faults, sizes: new Map() };
  const names = new Map([...scope.lists].map(([name, members]) => [name, namesOf(members)] as const));
  const sizes = sizesOf(names, scope);
  for (const { part, name, members, path } of own) {
    const circle = circleFrom(name, names);
    if (circle) {
      const at = members.findIndex((member) => namesOf([member]).has(circle[1] ?? name));
      const message = `the list '${name}' contains itself: ${circle.join(' → ')}.`;
      faults.push({ file: part.file.file, ...part.place([...path, Math.max(at, 0)]), code: 'PMED-C305', message });
    } else if ((sizes.get(name) ?? 0) > MAX_MEMBERS) {
      const message = `the list '${name}' has more than ${MAX_MEMBERS} members, those of the lists in it among them.`;
      faults.push({ file: part.file.file, ...part.place(path, 'key'), code: 'PMED-C306', message });
    }
  }
  return { faults, sizes };
}

/** @throws {PatternFault} for the first list or kind of span in a pattern that is not known */
export function checkNames(pattern: Pattern, text: string, { lists, kinds }: Scope): void {
  visit(pattern, (node) => {
    if (node.kind === 'list' && !lists.has(node.name))
      throw new PatternFault(
        `no list is called '${node.name}'. ${meant(node.name, [...lists.keys()])}`.trim(),
        offsetOf(text, `@${node.name}`),
      );
    if (node.kind === 'span' && !kinds.has(node.name))
      throw new PatternFault(
        `no kind of words is called ':${node.name}' here. ${meant(node.name, [...kinds].sort())}`.trim(),
        offsetOf(text, `:${node.name}`),
      );
  });
}

/** The members of all lists that a pattern names, counted for every time that it names them. */
export function listWords(pattern: Pattern, sizes: ReadonlyMap<string, number>): number {
  let sum = 0;
  visit(pattern, (node) => {
    if (node.kind === 'list') sum += sizes.get(node.name) ?? 0;
  });
  return sum;
}

/** Where a name stands as a whole in a pattern, for the first time. */
function offsetOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[a-z0-9-]/.test(text.charAt(at + name.length))) return at;
  return 0;
}

function visit(node: Pattern, see: (node: Pattern) => void): void {
  see(node);
  if (node.kind === 'sequence') for (const part of node.parts) visit(part, see);
  else if (node.kind === 'choice') for (const option of node.options) visit(option, see);
  else if (node.kind === 'optional' || node.kind === 'capture') visit(node.inner, see);
}

function namesOf(members: readonly string[]): Names {
  const names = new Map<string, number>();
  for (const member of members)
    if (member.includes('@'))
      visit(parsePattern(member), (node) => {
        if (node.kind === 'list') names.set(node.name, (names.get(node.name) ?? 0) + 1);
      });
  return names;
}

/** The names along which a list comes back to itself, beginning and ending with its own; null where it does not. */
function circleFrom(start: string, names: ReadonlyMap<string, Names>): readonly string[] | null {
  const came = new Map<string, string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const next of names.get(name)?.keys() ?? []) {
      if (next === start) {
        const path = [start];
        for (let at: string | undefined = name; at !== undefined && at !== start; at = came.get(at)) path.unshift(at);
        return [start, ...path];
      }
      if (came.has(next)) continue;
      came.set(next, name);
      open.push(next);
    }
  return null;
}

/** Infinite for a list that contains itself, or comes to more than can be counted. */
function sizesOf(names: ReadonlyMap<string, Names>, { lists }: Scope): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const size = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    sizes.set(name, Number.POSITIVE_INFINITY);
    let sum = lists.get(name)?.length ?? 0;
    for (const [inner, times] of names.get(name) ?? []) sum += times * size(inner);
    sizes.set(name, sum);
    return sum;
  };
  for (const name of names.keys()) size(name);
  return sizes;
}
