/** Finds the files of settings: the project's, from the working directory upwards, and the user's. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { devNull, homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { missingConfig, notAFile, twoConfigs, unreadable } from './faults.ts';
import { hasSettings } from './package-json.ts';

/** The names of a project file, in the order of the documentation; beside them counts a `package.json` with a key `pmed`. */
const CONFIG_NAMES = ['pmed.config.yaml', 'pmed.config.yml', 'pmed.config.json'] as const;
const PACKAGE = 'package.json';

/** A file of settings. */
export interface ConfigFile {
  readonly kind: 'project' | 'user';
  /** Absolute. */
  readonly path: string;
  /** As messages name it: relative to the working directory, or from the home directory on. */
  readonly shown: string;
  /** Whether the settings are the value of a key `pmed`. */
  readonly isPackage: boolean;
}

/** Where to look. */
export interface Surroundings {
  /** The working directory, absolute. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The project file that holds: one that is named, else that of the nearest folder from the working directory up to the
 * root of the git work tree, else up to the home directory, else to the root of the file system.
 * @param named the path of `--config` or `PMED_CONFIG` as given; null where none is
 * @returns null where there is none
 * @throws PmedError PMED-C301 (exit 2) for a named file that is missing, a folder in a file's place, or two in one folder
 */
export function projectFile({ folder }: Surroundings, named: string | null): ConfigFile | null {
  if (named !== null) return namedFile(folder, named);
  const home = homeFolder();
  for (let at = folder; ; at = dirname(at)) {
    const found = projectFileIn(at, folder);
    if (found !== null) return found;
    if (existsSync(join(at, '.git')) || at === home || dirname(at) === at) return null;
  }
}

/** The user's own file, which may say how results look: `$XDG_CONFIG_HOME/pmed/config.yaml`, else below `~/.config`. */
export function userFile({ env }: Surroundings): ConfigFile | null {
  const given = env.XDG_CONFIG_HOME ?? '';
  const home = homeFolder();
  const base = isAbsolute(given) ? given : home === null ? null : join(home, '.config');
  if (base === null) return null;
  const path = join(base, 'pmed', 'config.yaml');
  if (!existsSync(path)) return null;
  const isBelow = home !== null && path.startsWith(home + sep);
  const file = {
    kind: 'user',
    path,
    shown: isBelow ? `~${path.slice(home.length)}` : path,
    isPackage: false,
  } as const;
  if (!statSync(path).isFile()) throw notAFile(file.shown);
  return file;
}

function projectFileIn(folder: string, from: string): ConfigFile | null {
  const found = [...CONFIG_NAMES, PACKAGE].flatMap((name): ConfigFile[] => {
    const path = join(folder, name);
    const isPackage = name === PACKAGE;
    const shown = relative(from, path);
    if (!exists(path, shown) || (isPackage && !hasSettings(path, shown))) return [];
    return [{ kind: 'project', path, shown, isPackage }];
  });
  const [first, second] = found;
  if (first === undefined) return null;
  if (second !== undefined) throw twoConfigs(first.shown, second.shown);
  if (!statSync(first.path).isFile()) throw notAFile(first.shown);
  return first;
}

function namedFile(folder: string, named: string): ConfigFile {
  const path = isAbsolute(named) ? named : join(folder, named);
  if (!exists(path, named)) throw missingConfig(named);
  // A pipe that nobody writes to would keep pmed waiting for ever.
  if (path !== devNull && !statSync(path).isFile()) throw notAFile(named);
  return { kind: 'project', path, shown: named, isPackage: /(?:^|[/\\])package\.json$/.test(named) };
}

/** Whether there is a file or folder; in a folder that may not be looked into there is none. */
function exists(path: string, shown: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false;
    throw unreadable(shown, error);
  }
}

/** Where links lead, as the working directory has it; null where the system knows of none. */
function homeFolder(): string | null {
  try {
    return realpathSync(homedir());
  } catch {
    return null;
  }
}
