/** What the patterns of a pack may name, and how a fault in one is told. */
import { Tag } from '../../annotate/tags.ts';
import type { YamlFault } from '../../yaml/fault.ts';
import type { Path } from '../../yaml/places.ts';
import type { PackFile } from '../pack.ts';
import { PatternFault, PatternLimit } from '../pattern.ts';
import { companyOf } from './packs.ts';
import type { UserPart } from './read.ts';

/** The lists and kinds of spans that patterns of a pack may name. */
export interface Scope {
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly kinds: ReadonlySet<string>;
}

/** Kinds of spans that the program finds whether or not a rule asks for them. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  commitment: ['time', 'timex', 'np', 'between'],
  statement: ['time', 'timex', 'np', 'between'],
  quantity: ['amount'],
  time: ['time'],
};

/**
 * The scope of a pack: the lists and tables of the packs that it shares them with, and every kind of span that the
 * built-in rules of these ask for or that any of their rules makes.
 * @param files in force, as written
 * @param builtIn the built-in files: what their patterns name is there, and what a user's pattern names may not be
 */
export function scopeOf(pack: string, files: readonly PackFile[], builtIn: readonly PackFile[]): Scope {
  const company = companyOf(pack);
  const lists = new Map<string, readonly string[]>();
  const kinds = new Set<string>([...Object.keys(Tag), ...(FOUND[pack] ?? [])]);
  for (const file of files) {
    if (!company.includes(file.pack)) continue;
    if (pack === 'time' && typeof file.tables === 'object' && file.tables !== null)
      for (const [name, words] of Object.entries(file.tables)) lists.set(name, Object.keys(words ?? {}));
    for (const [name, members] of Object.entries(file.lists ?? {})) lists.set(name, members.map(String));
    if (pack === 'time') for (const { makes } of file.rules ?? []) if (typeof makes === 'string') kinds.add(makes);
  }
  for (const { rules = [] } of builtIn.filter((file) => company.includes(file.pack)))
    for (const { match = [], except = [], unless = [], with: beside = [] } of rules)
      for (const pattern of [...match, ...except, ...unless, ...beside])
        for (const [, name] of pattern.matchAll(/(?:^|[\s(|=]):([a-z][a-z0-9-]*)/g)) if (name) kinds.add(name);
  return { lists, kinds };
}

/**
 * Runs a step on a pattern and tells what is wrong with it where it stands.
 * @param path to the pattern in its part
 * @param code of the fault; that of limits is PMED-C306
 */
export function faultAt(part: UserPart, path: Path, step: () => void, code = 'PMED-C305'): YamlFault | null {
  try {
    step();
    return null;
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    const message = /[.?!]$/.test(error.message) ? error.message : `${error.message}.`;
    const its = error instanceof PatternLimit ? 'PMED-C306' : code;
    return { file: part.file.file, ...part.place(path, error.offset), code: its, message };
  }
}
