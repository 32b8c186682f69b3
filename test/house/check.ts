/** Checks a set of source files against the picture of the house. */
import { posix } from 'node:path';
import { referencesOf } from './references.ts';
import { faultOfPackage, faultOfUse, ROOMS } from './rooms.ts';

/** Source files by path below `src/`. */
export type Sources = ReadonlyMap<string, string>;

/**
 * Everything in the sources that breaks the rules of the house, one line each: `file:line: what`.
 * Nothing is read: the files are given with their text.
 */
export function faultsOf(sources: Sources): string[] {
  const faults: string[] = [];
  const edges = new Map<string, string[]>();
  for (const [file, source] of sources) {
    const room = roomOf(file);
    const say = (line: number, what: string) => faults.push(`${file}:${line}: ${what}`);
    if (!ROOMS[room]) say(1, `there is no room called ${room}`);
    if (!source.startsWith('/**') && !source.startsWith('#!'))
      say(1, 'the file does not begin by saying what it gives');
    if (/(^|[/-])(utils?|helpers?|managers?|misc|common)\b/.test(file))
      say(1, 'the file is not named after what it holds');
    const { imports, uses } = referencesOf(source, file);
    const targets: string[] = [];
    for (const { specifier, form, line } of imports) {
      if (specifier === null) say(line, `this ${form} cannot be told from the source`);
      else if (specifier.startsWith('.')) {
        const target = posix.join(posix.dirname(file), specifier);
        const other = roomOf(target);
        if (target.startsWith('..')) say(line, `${form} leaves src: ${specifier}`);
        else if (!sources.has(target) && !target.endsWith('.json'))
          say(line, `${form} of a file that is not there: ${specifier}`);
        else if (other !== room && !ROOMS[room]?.includes(other))
          say(line, `${room} may not import ${other} (${form})`);
        targets.push(target);
      } else {
        const fault = faultOfPackage(specifier, file, room);
        if (fault) say(line, `${specifier}: ${fault} (${form})`);
      }
    }
    for (const { name, line } of uses) {
      const fault = faultOfUse(name, file, room);
      if (fault) say(line, `${name}: ${fault}`);
    }
    edges.set(file, targets);
  }
  return [
    ...faults,
    ...cyclesOf(edges).map((cycle) => `${cycle[0]}:1: imports itself by way of ${cycle.slice(1).join(', ')}`),
  ];
}

/** The room of a file below `src/`: its first folder, or its name where it stands at the top. */
function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.\w+$/, '');
}

/** One cycle for every group of files that import one another. */
function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  function walk(file: string): void {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of edges.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  }
  for (const file of edges.keys()) walk(file);
  return cycles;
}
