/** The packs that `pmed rules` looks at: those that are built in, and files of the user's own. */
import { readFileSync } from 'node:fs';
import { PmedError } from '../../model/fault.ts';
import { SCHEMA_VERSION } from '../../model/kinds.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { Shelved } from '../../rules/catalogue.ts';
import { loadRules, loadSources, type PackFault, type Rules } from '../../rules/load.ts';
import type { PackFile } from '../../rules/pack.ts';
import { version } from '../../version.ts';
import type { Call } from '../command.ts';
import { rules as packFiles } from '../flags.ts';
import { BUILT_IN, eachOnce, userPack } from '../rule-files.ts';

/** Packs with the rules that they make together. */
export interface Shelf {
  readonly rules: Rules;
  /** The files of all packs as written: the built-in ones, then those of the user. */
  readonly packs: readonly Shelved[];
  /** The files in force, as written: where a user adds to a list or replaces a rule, it is so here. */
  readonly sources: readonly PackFile[];
}

/** A shelf of users' files, which may be faulty. */
export interface Checked extends Shelf {
  readonly faults: readonly PackFault[];
  /** What each file switches off. */
  readonly disabled: ReadonlyMap<string, readonly string[]>;
}

/** Whether a word of the command line is a file and no name: `mine.yaml`, `./mine`, `-`, but not `commitment/will-action`. */
export function isFile(word: string): boolean {
  if (word === '-' || /\.ya?ml$/i.test(word)) return true;
  const [first = '', ...rest] = word.split(/[/\\]/);
  return rest.length > 0 && !/^[a-z]+$/.test(first);
}

/** The files among the words of a call, or where there are none those that an option or the project file names. */
export function filesFor(call: Pick<Call, 'get'>, what: readonly string[]): readonly string[] {
  const named = what.filter(isFile);
  return eachOnce(named.length > 0 ? named : call.get(packFiles).filter((name) => name !== BUILT_IN));
}

/** The built-in packs as written. */
export async function builtIn(): Promise<Shelf> {
  const [rules, sources] = await Promise.all([loadRules(), loadSources()]);
  const since = rules.packs[0]?.version ?? null;
  const packs = sources.map((file) => ({
    file,
    version: since,
    placeOf: () => ({ file: file.file, line: null, column: null }),
  }));
  return { rules, packs, sources };
}

/**
 * The built-in packs with files of the user's own, and all that is wrong with these.
 * @throws {PmedError} (exit 2) where a file cannot be read
 */
export async function checkShelf(files: readonly string[]): Promise<Checked> {
  const [base, { joinRules }] = await Promise.all([builtIn(), import('../../rules/user/load.ts')]);
  const given = await Promise.all(
    files.map((name) => (name === '-' ? { name: 'stdin', text: readFileSync(0) } : userPack(name))),
  );
  const { rules, read, faults } = joinRules(base.rules, base.sources, { packs: given });
  const own = read.flatMap(({ name, parts }) =>
    parts.map(
      ({ file, place }): Shelved => ({ file, version: null, placeOf: (path) => ({ file: name, ...place(path) }) }),
    ),
  );
  return {
    rules,
    packs: [...base.packs, ...own],
    sources: [...rules.files, ...base.sources.filter(({ pack }) => pack === 'themes')],
    faults,
    disabled: new Map(read.map(({ name, disabled }) => [name, disabled.map(({ key }) => key)])),
  };
}

/**
 * The same for those who can do nothing with faulty files.
 * @throws {PmedError} (exit 2) with all faults
 */
export async function openShelf(files: readonly string[]): Promise<Shelf> {
  const shelf = await checkShelf(files);
  const [first] = shelf.faults;
  if (first === undefined) return shelf;
  const { faultsError } = await import('../../yaml/fault.ts');
  const { message, code } = faultsError(first.file, shelf.faults);
  throw new PmedError(message, { code, exitCode: 2, hint: 'How packs are written: docs/rules.md' });
}

/** A rulebook with nothing in it but the task and who made it. */
export function bookOf(task: Rulebook['task'], { rules }: Pick<Shelf, 'rules'>): Rulebook {
  return {
    $schema: 'urn:pmed:schema:rulebook:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'rulebook',
    task,
    tool: { name: 'pmed', version, packs: [...rules.packs] },
    packs: [],
    rules: [],
    lists: [],
    examples: [],
    unproven: [],
    faults: [],
    summary: { rules: 0, passed: 0, failed: 0, wrongToday: 0, rightNow: 0, faults: 0 },
  };
}
