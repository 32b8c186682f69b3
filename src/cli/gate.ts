/** `--fail-on`: which levels and names make the exit code 1, read and judged alike for changes and for findings. */
import { atLeast } from '../model/change-levels.ts';
import type { Level } from '../model/fault.ts';
import { type Flag, flag } from './flag.ts';
import { badValue } from './usage.ts';

export const LEVEL_NAMES = ['error', 'warning', 'note'] as const;

/** What makes the exit code 1: a level and all above it, names (of kinds of change, of rules), both, or nothing. */
export interface Gate<out N extends string = string> {
  readonly level: Level | null;
  readonly names: ReadonlySet<N>;
  /** As it was typed, for the sentence that tells the verdict. */
  readonly typed: string;
}

/** The names that a gate may hold besides levels, and what a message calls them: `Kinds`, `Rules`. */
export interface Names<out N extends string> {
  readonly title: string;
  readonly known: readonly N[];
}

/** What a gate judges: a change with its kinds, a finding with its rule. */
export interface Judged<out N extends string = string> {
  readonly level: Level;
  readonly names: readonly N[];
}

/**
 * `--fail-on` of a command.
 * @param help what the levels and names are, in words
 * @param fallback what holds where it is not given, such as `none`
 */
export function failOnFlag<N extends string>(names: Names<N>, help: string, fallback: string): Flag<Gate<N>> {
  const choices = [...LEVEL_NAMES, 'any', 'none', ...names.known];
  return flag({ long: '--fail-on', value: '<list>', help, shown: fallback, choices }, (raw) =>
    gateOf(raw.at(-1) ?? fallback, names),
  );
}

/**
 * @param typed levels, `any`, `none` and names, parted by commas
 * @throws PmedError (exit 2) for a word that is none of them
 */
export function gateOf<N extends string>(typed: string, names: Names<N>): Gate<N> {
  const found = new Set<N>();
  let least: Level | null = null;
  for (const word of listed(typed)) {
    if (word === 'none') continue;
    const named = word === 'any' ? 'note' : LEVEL_NAMES.find((one) => one === word);
    if (named === undefined) found.add(nameOf('--fail-on', word, names));
    else if (least === null || atLeast(least, named)) least = named;
  }
  return { level: least, names: found, typed };
}

/** The words of a list that is parted by commas. */
export function listed(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** @throws PmedError (exit 2) where the word is none of the names */
export function nameOf<N extends string>(long: string, word: string, { title, known }: Names<N>): N {
  const name = known.find((one) => one === word);
  if (name === undefined) throw badValue(long, word, `${title}: ${known.join(', ')}`, [...known, ...LEVEL_NAMES]);
  return name;
}

/** Whether nothing can fail. */
export const isOpen = ({ level, names }: Gate): boolean => level === null && names.size === 0;

/** Whether one thing is a reason to fail: by one of its names, or by its level. */
export function isMet<N extends string>({ level, names }: Judged<N>, gate: Gate<N>): boolean {
  return names.some((name) => gate.names.has(name)) || (gate.level !== null && atLeast(level, gate.level));
}

/** What the gate says of those that met it: `2 errors, 1 warning (--fail-on warning)`. */
export function toldBy(gate: Gate, met: readonly { readonly level: Level }[]): string {
  const option = `(--fail-on ${gate.typed})`;
  if (met.length === 0) return `nothing to fail on ${option}`;
  const counts = LEVEL_NAMES.flatMap((name) => {
    const count = met.filter(({ level }) => level === name).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return `${counts.join(', ')} ${option}`;
}
