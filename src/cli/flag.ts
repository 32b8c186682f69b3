/** What a flag is, and the makers of flags: switches, texts, numbers, choices and formats. */
import type { Families } from './output/formats.ts';
import { badValue } from './usage.ts';

/** A flag: how it is typed, what the help says, and what its raw values mean. */
export interface Flag<out T> {
  /** `--doc-date`. */
  readonly long: string;
  /** `-f`, or null. */
  readonly short: string | null;
  /** `<date>`; null for a switch. */
  readonly value: string | null;
  readonly help: string;
  /** The words that it takes, where these are few: alone, or parted by commas. */
  readonly choices: readonly string[];
  /** The default as the help shows it; null where there is nothing to show. */
  readonly shown: string | null;
  /**
   * @param raw values in the order given, `''` for each time a switch was given; empty when the flag is absent
   * @throws PmedError with exit code 2 when a value is not one of its own
   */
  readonly read: (raw: readonly string[]) => T;
}

/** Raw values of flags by long name, filled even when parsing fails half-way. */
export type RawFlags = ReadonlyMap<string, readonly string[]>;

type Look = Pick<Flag<unknown>, 'long' | 'value' | 'help'> &
  Partial<Pick<Flag<unknown>, 'short' | 'shown' | 'choices'>>;

/** A flag with a reading of its own. */
export function flag<T>(look: Look, read: (raw: readonly string[]) => T): Flag<T> {
  return { short: null, shown: null, choices: [], ...look, read };
}

/** A switch: true when given. */
export function switchFlag(long: string, help: string, short: string | null = null): Flag<boolean> {
  return flag({ long, short, value: null, help }, (raw) => raw.length > 0);
}

/** A flag with one text; the last one given holds. */
export function textFlag(long: string, value: string, help: string): Flag<string | null> {
  return flag({ long, value, help }, (raw) => raw.at(-1) ?? null);
}

/** A flag with one value out of a few; null where it is not given. */
export function optionalChoiceFlag<const T extends string>(look: Look, choices: readonly T[]): Flag<T | null> {
  return flag({ ...look, choices }, (raw) => {
    const given = raw.at(-1);
    if (given === undefined) return null;
    const choice = choices.find((one) => one === given);
    if (choice === undefined) throw badValue(look.long, given, `Choose one of: ${choices.join(', ')}`, choices);
    return choice;
  });
}

/** A flag with one value out of a few, of which one holds where it is not given. */
export function choiceFlag<const T extends string>(
  look: Omit<Look, 'shown'>,
  choices: readonly T[],
  fallback: T,
): Flag<T> {
  const { read } = optionalChoiceFlag(look, choices);
  return flag({ ...look, choices, shown: fallback }, (raw) => read(raw) ?? fallback);
}

/** A whole or decimal number between two bounds. */
export function numberFlag<F extends number | null>(
  look: Look,
  least: number,
  most: number,
  fallback: F,
): Flag<number | F> {
  return flag(look, (raw) => {
    const given = raw.at(-1);
    if (given === undefined) return fallback;
    const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(given) ? Number(given) : Number.NaN;
    if (!(number >= least && number <= most))
      throw badValue(look.long, given, `Give a number from ${least} to ${most}`);
    return number;
  });
}

/** A flag that chooses one of the formats of a command. */
export interface FormatFlag<out T extends string> extends Flag<T> {
  readonly formats: readonly T[];
  /** Those that are several files, and so for `-o` only. */
  readonly families: Families;
}

/** The format of the result on stdout, out of those that the command offers; the first is the default. */
export function formatFlag<const T extends string>(
  formats: readonly [T, ...T[]],
  families: Families = {},
): FormatFlag<T> {
  const look = {
    long: '--format',
    short: '-f',
    value: '<fmt>',
    help: formats.join(' '),
    shown: formats[0],
    choices: formats,
  };
  const read = flag(look, (raw): T => {
    const given = raw.at(-1);
    if (given === undefined) return formats[0];
    const format = formats.find((one) => one === given);
    if (format === undefined)
      throw badValue(look.long, given, `Formats of this command: ${formats.join(', ')}`, formats);
    return format;
  });
  return { ...read, formats, families };
}
