/** Command line to command, operands and raw flag values. Flags may stand before or after the command. */
import { existsSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import type { CommandDefinition } from './command.ts';
import type { Flag, RawFlags } from './flag.ts';
import { everywhere } from './flags.ts';
import { nearest } from './suggest.ts';
import {
  missingValue,
  needlessNegation,
  notForCommand,
  unknownCommand,
  unknownOption,
  wrongOperands,
} from './usage.ts';

export interface Parsed {
  /** Null when no command was named. */
  readonly command: CommandDefinition | null;
  readonly operands: readonly string[];
}

/** For those who want a build to fail: what gives a verdict. */
const verdicts = 'Analysing gives no verdict; diff and check do.\nTo fail a build:  pmed diff old new --fail-on error';

/**
 * @param words the command line without program and script
 * @param raw receives the values of the flags
 * @throws PmedError (exit 2)
 */
export async function parse(
  words: readonly string[],
  commands: readonly CommandDefinition[],
  raw: Map<string, string[]>,
): Promise<Parsed> {
  const flags = allFlags(commands);
  let found: Parsed = { command: null, operands: [] };
  const program = bare(new Command('pmed'));
  for (const flag of flags) program.addOption(option(flag, raw));
  program.argument('[words...]').action((operands: string[]) => {
    found = { command: null, operands };
  });
  for (const command of commands) {
    bare(program.command(command.name))
      .aliases([...command.aliases])
      .argument('[operands...]')
      .action((operands: string[]) => {
        found = { command, operands };
      });
  }
  refuseSingleDash(words, flags, commands);
  try {
    program.parse(withoutNegations(words), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const command = commandIn(words, commands);
    // Of a flag that two commands take differently (--from), the one that was meant comes first.
    const own = command?.groups.flatMap((group) => group.flags) ?? [];
    throw await explained(error, asTyped(words, commands), own, flags);
  }
  if (raw.has('--help') || raw.has('--version')) return found;
  const { command, operands } = found;
  if (command === null) {
    const [first, ...rest] = operands;
    if (first === undefined || first === 'help') return found;
    throw await noSuchCommand(first, rest, commands);
  }
  await refuseForeign(command, commands, raw);
  const [least, most] = command.arity;
  if (operands.length > most || operands.length < least) {
    throw wrongOperands(`pmed ${command.name}`, command.operands, operands.length);
  }
  return found;
}

/** Every flag of every command, each once. */
function allFlags(commands: readonly CommandDefinition[]): Flag<unknown>[] {
  const flags = new Map<string, Flag<unknown>>();
  for (const flag of [
    ...everywhere,
    ...commands.flatMap((command) => command.groups.flatMap((group) => group.flags)),
  ]) {
    if (!flags.has(flag.long)) flags.set(flag.long, flag);
  }
  return [...flags.values()];
}

/** A commander command that prints nothing, never exits, and has no help of its own. */
function bare(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} })
    .helpOption(false)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .allowExcessArguments(true);
}

function option(flag: Flag<unknown>, raw: Map<string, string[]>): Option {
  const names = flag.short === null ? flag.long : `${flag.short}, ${flag.long}`;
  return new Option(flag.value === null ? names : `${names} ${flag.value}`).argParser((value: string | undefined) => {
    const values = raw.get(flag.long) ?? [];
    values.push(value ?? '');
    raw.set(flag.long, values);
    return values;
  });
}

/** `--color` alone means always, `--no-color` never; a file name after `--color` is not its value. So with hyperlinks. */
function withoutNegations(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  return words.map((word, index) => {
    if (end >= 0 && index > end) return word;
    const [, no, name] = /^--(no-)?(colou?r|hyperlinks)$/.exec(word) ?? [];
    if (name === undefined) return word;
    const long = name === 'hyperlinks' ? '--hyperlinks' : '--color';
    if (no !== undefined) return `${long}=never`;
    return ['auto', 'always', 'never'].includes(words[index + 1] ?? '') ? long : `${long}=always`;
  });
}

/** `-format` is meant to be `--format`, and would be read as `-f ormat`. */
function refuseSingleDash(
  words: readonly string[],
  flags: readonly Flag<unknown>[],
  commands: readonly CommandDefinition[],
): void {
  const end = words.indexOf('--');
  for (const word of words.slice(0, end < 0 ? words.length : end)) {
    const [name = '', ...value] = word.split('=');
    if (name.length < 4 || name.startsWith('--') || !flags.some(({ long }) => long === `-${name}`)) continue;
    throw unknownOption(asTyped(words, commands), name, [`-${name}`, ...value].join('='));
  }
}

/** How messages call the command that the words are about. */
function asTyped(words: readonly string[], commands: readonly CommandDefinition[]): string {
  const command = commandIn(words, commands);
  return command === null ? 'pmed' : `pmed ${command.name}`;
}

/** The first word that is the name of a command decides. */
function commandIn(words: readonly string[], commands: readonly CommandDefinition[]): CommandDefinition | null {
  for (const word of words) {
    const command = commands.find(({ name, aliases }) => name === word || aliases.includes(word));
    if (command !== undefined) return command;
  }
  return null;
}

async function explained(
  error: CommanderError,
  command: string,
  own: readonly Flag<unknown>[],
  all: readonly Flag<unknown>[],
): Promise<Error> {
  const flags = [...own, ...all];
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const long = /--[a-z-]+/.exec(quoted)?.[0] ?? quoted;
  const flag = flags.find((one) => one.long === long);
  if (error.code === 'commander.optionMissingArgument' && flag !== undefined)
    return missingValue(long, flag.value ?? '');
  if (error.code !== 'commander.unknownOption') return error;
  const [typed = quoted, ...value] = quoted.split('=');
  if (flags.some((one) => one.long === typed && one.value === null)) return unknownOption(command, quoted, typed);
  const positive = flags.find(({ long, value: takes }) => takes === null && typed === long.replace('--', '--no-'));
  if (positive !== undefined) return needlessNegation(command, typed, positive.long);
  // An option of the command itself is likelier than one of another.
  const longs = (list: readonly Flag<unknown>[]): string[] => [
    '--no-color',
    '--no-hyperlinks',
    ...list.map(({ long }) => long),
  ];
  const near = (await nearest(typed, longs([...everywhere, ...own]))) ?? (await nearest(typed, longs(all)));
  return unknownOption(command, quoted, near === null ? null : [near, ...value].join('='));
}

async function noSuchCommand(
  given: string,
  rest: readonly string[],
  commands: readonly CommandDefinition[],
): Promise<Error> {
  const names = commands.flatMap((command) => [command.name, ...command.aliases]);
  const near = await nearest(given, [...names, 'help']);
  if (near !== null) return unknownCommand(given, [near, ...rest].join(' '));
  const isFile = /[./\\*@]/.test(given) || given === '-' || existsSync(given);
  return unknownCommand(given, isFile ? ['analyse', given, ...rest].join(' ') : null);
}

/** A flag of another command is an error, not silently without effect. */
async function refuseForeign(
  command: CommandDefinition,
  commands: readonly CommandDefinition[],
  raw: RawFlags,
): Promise<void> {
  const own = new Set([...everywhere, ...command.groups.flatMap((group) => group.flags)].map((flag) => flag.long));
  for (const long of raw.keys()) {
    if (own.has(long)) continue;
    const takers = commands.filter((one) => one.groups.some((group) => group.flags.some((flag) => flag.long === long)));
    const names = takers.map((one) => `pmed ${one.name}`);
    const near = long === '--fail-on' ? null : await nearest(long, own);
    throw notForCommand(`pmed ${command.name}`, long, names, near, long === '--fail-on' ? verdicts : undefined);
  }
}
