/** The word lists of packs as the patterns that their members are, for those who read patterns without compiling them. */
import type { PackFile } from './pack.ts';
import { type Pattern, PatternFault, parsePattern } from './pattern.ts';

/** Gives the members of a list; empty where there is no such list. */
export type Lists = (name: string) => readonly Pattern[];

/** The lists of some pack files, which share them; those that they name are read in. */
export function listsOf(files: readonly PackFile[]): Lists {
  const written = new Map(files.flatMap((file) => Object.entries(file.lists ?? {})));
  const ready = new Map<string, readonly Pattern[]>();
  const members: Lists = (name) => {
    const known = ready.get(name);
    if (known) return known;
    // A list that names itself has been refused when it was compiled; here it ends.
    ready.set(name, []);
    const parsed: readonly Pattern[] = (written.get(name) ?? []).flatMap((member) => {
      const pattern = patternOf(String(member));
      if (pattern === null) return [];
      return pattern.kind === 'list' ? members(pattern.name) : [pattern];
    });
    ready.set(name, parsed);
    return parsed;
  };
  return members;
}

/** A pattern as parsed, or null where it cannot be read. */
export function patternOf(source: string): Pattern | null {
  try {
    return parsePattern(source);
  } catch (error) {
    if (error instanceof PatternFault) return null;
    throw error;
  }
}
