/** The help of pmed and of each command, printed from the definitions that also parse the command line. */
import { hang } from '../render/wrap.ts';
import type { CommandDefinition, Example, FlagGroup } from './command.ts';
import { EXIT_CODES } from './exit-words.ts';
import type { Flag } from './flag.ts';
import { everywhere } from './flags.ts';
import { entry, lines, WIDTH } from './help-lines.ts';
import { topics } from './topics.ts';

const exitCodes = `Exit codes: ${EXIT_CODES.filter(([code]) => code <= 3)
  .map(([code, short]) => `${code} ${short}`)
  .join(', ')}`;

/** Flags by name, after where it is said what each does. */
const named = (flags: FlagGroup['flags'], where: string): string =>
  `${where}: ${flags.map(({ short, long }) => short ?? long).join(', ')}`;

/** What every command takes, by name: the help of pmed says what each does. */
const namesEverywhere = named(
  everywhere.filter(({ long }) => long !== '--json' && long !== '--no-config'),
  'Everywhere (pmed --help)',
);

/** Lines of a help that is read on the screen: of longer ones, the last groups of flags are only named. */
const MOST_LINES = 60;

/**
 * The help of one command: what it does, examples, usage, its flags by group.
 * @param isWhole whether every flag is told of, however many lines that takes
 */
export function commandHelp(command: CommandDefinition, isWhole: boolean): string {
  const { groups } = command;
  for (let told = groups.length; told > 0 && !isWhole; told--) {
    const text = helpTelling(command, groups.slice(0, told), groups.slice(told));
    if (text.split('\n').length - 1 <= MOST_LINES) return text;
  }
  return helpTelling(command, groups, []);
}

/** @param others groups whose flags are only named */
function helpTelling(command: CommandDefinition, told: readonly FlagGroup[], others: readonly FlagGroup[]): string {
  return lines([
    ...hang(command.purpose, WIDTH, '', ''),
    '',
    ...examples(command.examples),
    '',
    `Usage: pmed ${command.name} [options] ${command.operands}`.trimEnd(),
    ...(command.aliases.length === 0 ? [] : [`Alias: ${command.aliases.join(', ')}`]),
    '',
    ...told.flatMap(flagGroup),
    ...others.flatMap(({ title, flags }) =>
      hang(named(flags, `${title} (pmed ${command.name} --help --all)`), WIDTH, '', '  '),
    ),
    ...hang(namesEverywhere, WIDTH, '', '  '),
    '',
    ...command.notes.flatMap((note) => hang(note, WIDTH, '', '  ')),
    exitCodes,
  ]);
}

/** The commands that the help of the program gives an example of. */
const FIRST = ['analyse', 'commitments', 'themes', 'diff', 'check', 'explain'];

/** The help of the program: examples, commands, and the flags that all of them take. */
export function programHelp(commands: readonly CommandDefinition[]): string {
  const column = Math.max(...commands.map((command) => command.name.length)) + 4;
  return lines([
    'pmed reads policy reports: who undertakes what, how firmly and by when; what',
    'they are about; and what changed since the last version.',
    '',
    ...examples(FIRST.flatMap((name) => commands.find((command) => command.name === name)?.examples.slice(0, 1) ?? [])),
    '',
    'Usage: pmed <command> [options] [inputs...]',
    '',
    'Commands',
    ...commands.flatMap((command) => entry(command.name, command.summary, column)),
    ...entry('help', 'the help of a command:  pmed help analyse', column),
    '',
    'Topics of help, as in: pmed help dates',
    ...topics.flatMap(({ name, summary }) => entry(name, summary, column)),
    '',
    ...flagGroup({ title: 'Options of every command', flags: everywhere.filter(({ long }) => long !== '--json') }),
    '',
    exitCodes,
  ]);
}

/** A few lines for somebody who typed too little. */
export function shortHelp(commands: readonly CommandDefinition[]): string {
  return lines([
    ...examples(commands.flatMap((command) => command.examples.slice(0, 1))),
    '',
    'All commands and options:  pmed --help',
  ]);
}

function examples(list: readonly Example[]): string[] {
  const column = Math.min(46, Math.max(...list.map(([command]) => command.length)) + 2);
  return list.flatMap(([command, what]) => entry(command, what, column));
}

/** Whether a `--no-…` is told of beside the flag that it undoes. */
const isTold = ({ long }: Flag<unknown>, flags: FlagGroup['flags']): boolean =>
  long.startsWith('--no-') && flags.some((other) => other.long !== long && other.help.includes(long));

function flagGroup({ title, flags }: FlagGroup): string[] {
  return [
    title,
    ...flags
      .filter((flag) => !isTold(flag, flags))
      .flatMap((flag) => {
        const names = [flag.short, flag.long].filter((name) => name !== null).join(', ');
        const shown = flag.shown === null ? '' : ` [${flag.shown}]`;
        return entry(flag.value === null ? names : `${names} ${flag.value}`, flag.help + shown, 25);
      }),
  ];
}
