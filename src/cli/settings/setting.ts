/** A setting: a key of the files of settings, and the flag whose reader gives its value a meaning. */
import type { Flag } from '../flag.ts';
import type { Origin } from './origin.ts';

/**
 * A setting has one reader whatever its value comes from: that of its flag. A setting that no option of the command line
 * gives has a flag all the same, called by its key, that no command lists.
 */
export interface Setting {
  /** What users call it: its key in the project file, such as `document.fiscal-year`, where it has one. */
  readonly key: string;
  readonly flag: Flag<unknown>;
  /** Whether the project file has the key. */
  readonly isOfProject: boolean;
  /** What the report says of its raw values; null where it decides only where a result goes or how it looks. */
  readonly inReport: ((values: readonly string[]) => readonly string[]) | null;
  /** Its key in the user file, which may change how results look and never what is found; else null. */
  readonly userKey: string | null;
  /** The variable of the environment that sets it, or null. */
  readonly variable: string | null;
  /** Whether values of several origins hold together, as those of a repeated flag do; else the strongest has its way. */
  readonly isSum: boolean;
  /** The commands that go by it; null for all that take the flag. */
  readonly commands: readonly string[] | null;
  /** Long names of other flags that also decide the matter: where one is typed, no file is asked. */
  readonly rivals: readonly string[];
  /**
   * The raw values that the flag's reader gets for a value of a file.
   * @param path makes a path that counts from the folder of the file one that counts from the working directory
   */
  readonly raw: (value: unknown, path: (given: string) => string) => readonly string[];
  /** Raw values in the words of the file. */
  readonly words: (values: readonly string[]) => readonly string[];
  /** What is built in, in words; null for nothing. */
  readonly builtIn: string | null;
}

/** The values that one origin gives to one setting. */
export interface Layer {
  readonly origin: Origin;
  readonly values: readonly string[];
}

export function setting(key: string, flag: Flag<unknown>, rest: Partial<Omit<Setting, 'key' | 'flag'>> = {}): Setting {
  const words = rest.words ?? ((values) => values.map((value) => (value === '' ? 'true' : value)));
  return {
    key,
    flag,
    isOfProject: true,
    userKey: null,
    variable: null,
    isSum: false,
    inReport: words,
    commands: null,
    rivals: [],
    raw: rawOf,
    words,
    builtIn: flag.shown,
    ...rest,
  };
}

/**
 * A value of a file as the raw values of a flag: a list as its items, a map as `key=value` each, true as a switch that was
 * given; false and `auto` as a flag that was not.
 */
export function rawOf(value: unknown): readonly string[] {
  if (value === false || value === 'auto') return [];
  if (value === true) return [''];
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, its]) => `${name}=${its}`);
  return [String(value)];
}
