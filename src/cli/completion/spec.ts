/** What a shell completes, as plain data made from the definitions that also parse the command line. */
import type { CommandDefinition } from '../command.ts';
import type { Flag } from '../flag.ts';
import { everywhere } from '../flags.ts';
import type { Topic } from '../topics.ts';

/** How the value of an option is completed. */
export type Value =
  | { readonly kind: 'none' }
  /** One of these; `isList` for several, parted by commas. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly isList: boolean }
  | { readonly kind: 'file' }
  | { readonly kind: 'folder' }
  /** Anything: nothing is offered. */
  | { readonly kind: 'text' };

export interface FlagSpec {
  readonly long: string;
  readonly short: string | null;
  readonly help: string;
  readonly value: Value;
  /** What the value is called, without its brackets: `date`. */
  readonly placeholder: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** What its first operand may be; empty where that is a file, or nothing. */
  readonly words: readonly string[];
  /** Whether operands are files. */
  readonly takesFiles: boolean;
  /** Its own options. */
  readonly flags: readonly FlagSpec[];
}

export interface Spec {
  readonly commands: readonly CommandSpec[];
  /** Options of every command. */
  readonly everywhere: readonly FlagSpec[];
  /** What `pmed help` tells of besides commands. */
  readonly topics: readonly { readonly name: string; readonly summary: string }[];
}

/** Words that stand for another spelling of an option. */
const NEGATIONS = everywhere.flatMap(({ long }): FlagSpec[] =>
  long === '--color' || long === '--hyperlinks'
    ? [
        {
          long: long.replace('--', '--no-'),
          short: null,
          help: `as ${long} never`,
          value: { kind: 'none' },
          placeholder: '',
        },
      ]
    : [],
);

/** @param commands those of pmed; `help` comes with them */
export function completionSpec(commands: readonly CommandDefinition[], topics: readonly Topic[]): Spec {
  const specs = commands.map(({ name, aliases, summary, words = [], operands, groups }): CommandSpec => {
    const flags = groups.flatMap((group) => group.flags).map(flagSpec);
    return { name, aliases, summary, words, takesFiles: /file|old|input|what/.test(operands), flags };
  });
  const help = {
    name: 'help',
    aliases: [],
    summary: 'the help of a command or topic',
    words: [...commands, ...topics].map(({ name }) => name),
    takesFiles: false,
    flags: [],
  };
  return { commands: [...specs, help], everywhere: [...everywhere.map(flagSpec), ...NEGATIONS], topics };
}

function flagSpec({ long, short, help, value, choices }: Flag<unknown>): FlagSpec {
  // The help of --format is the list of its words.
  const about = help === choices.join(' ') ? 'how the result is written' : help;
  return {
    long,
    short,
    help: about,
    value: valueSpec(value, choices),
    placeholder: (value ?? '').replace(/[<>]/g, ''),
  };
}

/** What names several values, parted by commas. */
const LISTS = /^<(?:list|kinds|rules|keys|schemes)>$/;

function valueSpec(value: string | null, choices: readonly string[]): Value {
  if (value === null) return { kind: 'none' };
  if (choices.length > 0) return { kind: 'words', words: choices, isList: LISTS.test(value) };
  if (value === '<file>') return { kind: 'file' };
  return value === '<dir>' || value === '<folder>' ? { kind: 'folder' } : { kind: 'text' };
}

/** The names by which a command is called. */
export const namesOf = ({ name, aliases }: CommandSpec): readonly string[] => [name, ...aliases];
