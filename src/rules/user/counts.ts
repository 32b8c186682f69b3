/** Counts what users' packs hold, before anything is made of it. */
import type { YamlFault } from '../../yaml/fault.ts';
import type { Path } from '../../yaml/places.ts';
import { MAX_LISTS, MAX_RULES, MAX_THEMES } from './limits.ts';
import type { UserPart } from './read.ts';

/** The places in all files from which there are too many rules, themes or lists; the packs are not to be joined then. */
export function countFaults(parts: readonly UserPart[]): readonly YamlFault[] {
  return [
    excess(parts, MAX_RULES, 'rules', ({ file }) => (file.rules ?? []).map((_, i) => ['rules', i])),
    excess(parts, MAX_THEMES, 'themes', ({ themes }) => (themes?.themes ?? []).map((_, i) => ['themes', i])),
    excess(parts, MAX_LISTS, 'lists', ({ file }) => Object.keys(file.lists ?? {}).map((name) => ['lists', name])),
  ].flat();
}

function excess(
  parts: readonly UserPart[],
  most: number,
  what: string,
  pathsOf: (part: UserPart) => readonly Path[],
): YamlFault[] {
  let left = most;
  for (const part of parts) {
    const paths = pathsOf(part);
    const first = paths[left];
    if (first) {
      const message = `there are more than ${most} ${what} in all files.`;
      return [{ file: part.file.file, ...part.place(first, 'key'), code: 'PMED-C306', message }];
    }
    left -= paths.length;
  }
  return [];
}
