/** The script for zsh: descriptions beside every command and option, by `_arguments`. */
import type { CommandSpec, FlagSpec, Spec } from './spec.ts';
import { namesOf } from './spec.ts';

export function zshScript({ commands, everywhere }: Spec): string {
  return `#compdef pmed
# Completion of pmed for zsh.
_pmed() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a everywhere commands
  everywhere=(
${everywhere.map((flag) => `    ${argument(flag)}`).join('\n')}
  )
  commands=(
${commands.flatMap((command) => namesOf(command).map((name) => `    ${quoted(`${name}:${command.summary}`)}`)).join('\n')}
  )
  _arguments -C -s $everywhere '1: :->command' '*:: :->argument' && return
  case $state in
    command)
      _describe -t commands 'pmed command' commands
      ;;
    argument)
      curcontext=\${curcontext%:*:*}:pmed-$line[1]:
      case $line[1] in
${commands.map(argumentsOf).join('\n')}
      esac
      ;;
  esac
}
if [[ \${funcstack[1]} == _pmed ]]; then
  _pmed "$@"
else
  compdef _pmed pmed
fi
`;
}

function argumentsOf(command: CommandSpec): string {
  const specs = command.flags.map(argument);
  const first = command.words.length === 0 ? [] : [quoted(`1: :(${command.words.join(' ')})`)];
  const rest = command.takesFiles ? [quoted('*:file:_files')] : [];
  const all = ['$everywhere', ...specs, ...first, ...rest];
  return `        ${namesOf(command).join('|')})
          _arguments -s ${all.join(' \\\n            ')}
          ;;`;
}

/** An option as `_arguments` takes it: any number of times, its value behind `=` or a space. */
function argument({ short, long, help, value, placeholder }: FlagSpec): string {
  const text = quoted(`[${escaped(help)}]${actionOf(value, placeholder)}`);
  if (value.kind === 'none') return short === null ? `'*${long}'${text}` : `'*'{${short},${long}}${text}`;
  return short === null ? `'*${long}='${text}` : `'*'{${short}+,${long}=}${text}`;
}

function actionOf(value: FlagSpec['value'], placeholder: string): string {
  const head = `:${escaped(placeholder)}:`;
  switch (value.kind) {
    case 'none':
      return '';
    case 'words':
      return value.isList ? `${head}_sequence compadd - ${value.words.join(' ')}` : `${head}(${value.words.join(' ')})`;
    case 'file':
      return `${head}_files`;
    case 'folder':
      return `${head}_files -/`;
    case 'text':
      return `${head} `;
  }
}

/** What `_arguments` would take for its own signs. */
const escaped = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
