/** The script for fish: a line for every command, option and word. */
import type { CommandSpec, FlagSpec, Spec } from './spec.ts';
import { namesOf } from './spec.ts';

export function fishScript({ commands, everywhere }: Spec): string {
  return `# Completion of pmed for fish.
complete -c pmed -e
${commands
  .flatMap(namesOf)
  .map((name) => `complete -c pmed -n __fish_use_subcommand -f -a ${name}${about(commands, name)}`)
  .join('\n')}
${everywhere.map((flag) => `complete -c pmed ${option(flag)}`).join('\n')}
${commands.flatMap(linesOf).join('\n')}
`;
}

const about = (commands: readonly CommandSpec[], name: string): string =>
  ` -d ${quoted(commands.find((command) => namesOf(command).includes(name))?.summary ?? '')}`;

function linesOf(command: CommandSpec): string[] {
  const seen = `__fish_seen_subcommand_from ${namesOf(command).join(' ')}`;
  const words = command.words.join(' ');
  // The words may be names of commands too, as those of help are.
  const first =
    command.words.length === 0
      ? []
      : [`complete -c pmed -n ${quoted(`${seen}; and __fish_is_nth_token 2`)} -f -a ${quoted(words)}`];
  const none = command.takesFiles ? [] : [`complete -c pmed -n ${quoted(seen)} -f`];
  return [...first, ...none, ...command.flags.map((flag) => `complete -c pmed -n ${quoted(seen)} ${option(flag)}`)];
}

function option({ short, long, help, value }: FlagSpec): string {
  const names = `${short === null ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
  return `${names}${completed(value)} -d ${quoted(help)}`;
}

function completed(value: FlagSpec['value']): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'words':
      return value.isList
        ? ` -x -a ${quoted(`(__fish_append , ${value.words.join(' ')})`)}`
        : ` -x -a ${quoted(value.words.join(' '))}`;
    case 'file':
      return ' -r -F';
    case 'folder':
      return " -x -a '(__fish_complete_directories)'";
    case 'text':
      return ' -x';
  }
}

/** In single quotes fish knows two escapes. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
