/**
 * The script for bash 3.2 and later, which needs nothing else. Files are left to bash itself (`-o default`), which knows how
 * to quote their names; `--format=js` arrives as one word or, where `=` parts words, as three.
 */
import type { CommandSpec, FlagSpec, Spec } from './spec.ts';
import { namesOf } from './spec.ts';

export function bashScript(spec: Spec): string {
  const { commands, everywhere } = spec;
  return `# Completion of pmed for bash.
_pmed() {
  local cur=$2 prev=$3 before= name= i list= part=
  COMPREPLY=()
  if [[ \${COMP_WORDS[COMP_CWORD]} == '=' ]]; then
    cur=
    prev=\${COMP_WORDS[COMP_CWORD-1]}
  elif [[ $prev == '=' && $COMP_CWORD -gt 1 ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $cur == --*=* ]]; then
    prev=\${cur%%=*}
    before=$prev=
    cur=\${cur#*=}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${commands.flatMap(namesOf).join('|')})
        name=\${COMP_WORDS[i]}
        break
        ;;
    esac
  done
  case $name:$prev in
${commands.flatMap(valuesOf).join('\n')}
  esac
  case $prev in
${everywhere.flatMap((flag) => valueLine(flag, [''])).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    list="${names(everywhere)}"
    case $name in
${commands
  .filter(({ flags }) => flags.length > 0)
  .map((command) => `      ${namesOf(command).join('|')}) list+=" ${names(command.flags)}" ;;`)
  .join('\n')}
    esac
  elif [[ -z $name ]]; then
    list="${commands.flatMap(namesOf).join(' ')}"
  elif [[ $prev == "$name" ]]; then
    case $name in
${commands
  .filter(({ words }) => words.length > 0)
  .map((command) => `      ${namesOf(command).join('|')}) list="${command.words.join(' ')}" ;;`)
  .join('\n')}
    esac
  fi
  [[ -z $list ]] && return
  COMPREPLY=( $(compgen -W "$list" -- "$cur") )
}
# One of a few words; of several that are parted by commas, the last.
_pmed_words() {
  local list=$1 cur=$2 before=$3 part=
  if [[ $4 == list && $cur == *,* ]]; then
    part=\${cur%,*},
    cur=\${cur##*,}
  fi
  COMPREPLY=( $(compgen -P "$before$part" -W "$list" -- "$cur") )
  [[ $4 == list ]] && compopt -o nospace 2>/dev/null
}
complete -o bashdefault -o default -F _pmed pmed
`;
}

const names = (flags: readonly FlagSpec[]): string =>
  flags.flatMap(({ short, long }) => (short === null ? [long] : [short, long])).join(' ');

const valuesOf = (command: CommandSpec): string[] =>
  command.flags.flatMap((flag) => valueLine(flag, [...namesOf(command)]));

/** What completes the value of an option; of options without one there is no line. */
function valueLine({ short, long, value }: FlagSpec, commands: readonly string[]): string[] {
  if (value.kind === 'none') return [];
  const spelled = short === null ? [long] : [short, long];
  const pattern = commands.flatMap((name) => spelled.map((one) => (name === '' ? one : `${name}:${one}`))).join('|');
  if (value.kind !== 'words') return [`    ${pattern}) return ;;`];
  return [
    `    ${pattern}) _pmed_words "${value.words.join(' ')}" "$cur" "$before"${value.isList ? ' list' : ''}; return ;;`,
  ];
}
