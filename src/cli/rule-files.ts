/** The rules of a call: the built-in ones with the pack files of `--rules` and `--themes`, and the schemes they bring. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { AnalyseOptions } from '../analyse/options.ts';
import { PmedError } from '../model/fault.ts';
import { shellWord } from '../model/shell-word.ts';
import type { UserPack } from '../rules/rules.ts';
import { baselinePath, ignorePath, reviewPath } from './accept/paths.ts';
import type { Call } from './command.ts';
import { isPackFile, rules, themes } from './flags.ts';
import { nearFile } from './near-file.ts';
import { disable } from './settings/unflagged.ts';

/** The name of the built-in packs, which are always used. */
export const BUILT_IN = 'policy-en';
/** Larger files are not even read; how large a pack may be is told by the reader. */
const MOST_BYTES = 20_000_000;

/**
 * What the flags and settings of a call say of the rules: which there are, and which schemes of themes are looked for:
 * those that are named, and those of the files.
 * @param usual schemes where none are named
 * @throws PmedError (exit 2) for a file that cannot be read (PMED-C304) and for every fault of the packs
 */
export async function ruleOptions(
  call: Pick<Call, 'get'>,
  usual: readonly string[],
): Promise<Pick<AnalyseOptions, 'rules' | 'themes'>> {
  const asked = call.get(themes) ?? usual;
  const schemes = asked.filter((name) => !isPackFile(name));
  const paths = [...call.get(rules).filter((name) => name !== BUILT_IN), ...asked.filter(isPackFile)];
  const off = call.get(disable);
  if (paths.length + off.length === 0) return { themes: schemes };
  const packs = await Promise.all(eachOnce(paths).map(userPack));
  const { loadRules } = await import('../rules/load.ts');
  const loaded = await loadRules({ packs, disable: off });
  return { rules: loaded, themes: [...new Set([...schemes, ...loaded.schemes])] };
}

/**
 * Files that say how a call reads and what it accepts: its packs, its files of settings, its ignore file, baseline and review. A
 * result must not be written over them.
 */
export function guidingFiles(call: Pick<Call, 'get' | 'settings'>): readonly string[] {
  const packs = [...call.get(rules), ...(call.get(themes) ?? []).filter(isPackFile)];
  const accepted = [ignorePath(call), baselinePath(call), reviewPath(call)].flatMap((path) => path ?? []);
  return [...packs, ...accepted, ...call.settings.files.map(({ path }) => path)];
}

/** Files each once, however they are spelled: a project file may name what an option names too. */
export function eachOnce(paths: readonly string[]): readonly string[] {
  const byFile = new Map<string, string>();
  for (const path of paths) {
    const its = fileOf(path);
    if (!byFile.has(its)) byFile.set(its, path);
  }
  return [...byFile.values()];
}

function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * A pack file as its bytes.
 * @throws PmedError PMED-C304 (exit 2) where it cannot be read
 */
export async function userPack(path: string): Promise<UserPack> {
  let bytes: Uint8Array | null = null;
  let why = 'no such file.';
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile()) why = found.isDirectory() ? 'it is a folder; name its files.' : 'it is no file.';
    else if (found && found.size > MOST_BYTES) why = 'it is larger than 1 MB.';
    else if (found) bytes = readFileSync(path);
  } catch {
    why = 'permission denied.';
  }
  if (bytes !== null) return { name: path, text: bytes };
  const near = why.startsWith('no such') ? await nearFile(path) : null;
  const meant = near === null ? '' : ` Did you mean '${near}'?`;
  throw new PmedError(`cannot read the rules '${path}': ${why}${meant}`, {
    code: 'PMED-C304',
    exitCode: 2,
    ...(near === null ? {} : { hint: `Use it:  --rules ${shellWord(near)}` }),
  });
}
