/** The manual pages, from the definitions that also print the help; made when pmed is built, for `man pmed-diff`. */
import { wrap } from '../render/wrap.ts';
import { version } from '../version.ts';
import type { CommandDefinition, FlagGroup } from './command.ts';
import { EXIT_CODES } from './exit-words.ts';
import type { Flag } from './flag.ts';
import { everywhere } from './flags.ts';
import { VARIABLES } from './settings/variables.ts';
import type { Topic } from './topics.ts';

/** A page: the name of its file, and its text in the man macros. */
export interface ManPage {
  readonly file: string;
  readonly text: string;
}

/**
 * A page for pmed and one for each command.
 * @param date that the pages bear, ISO
 */
export function manPages(commands: readonly CommandDefinition[], topics: readonly Topic[], date: string): ManPage[] {
  return [
    { file: 'pmed.1', text: page('pmed', date, programPage(commands, topics)) },
    ...commands.map((command) => ({
      file: `pmed-${command.name}.1`,
      text: page(`pmed-${command.name}`, date, commandPage(command)),
    })),
  ];
}

function page(name: string, date: string, body: readonly string[]): string {
  const head = `.TH ${name.toUpperCase().replaceAll('-', '\\-')} 1 "${date}" "pmed ${version}" "User Commands"`;
  return `${[head, ...body].join('\n')}\n`;
}

function programPage(commands: readonly CommandDefinition[], topics: readonly Topic[]): string[] {
  return [
    ...section('NAME', text('pmed - reads policy reports: who undertakes what, how firmly and by when')),
    '.SH SYNOPSIS',
    '.B pmed',
    '.I command',
    text('[options] [inputs...]'),
    ...section(
      'DESCRIPTION',
      text(
        'pmed reads policy reports and says who undertakes what, how firmly and by when; what they are about; and what changed since the last version. Every finding has its quote and place. Reports are PDF, Word, OpenDocument, EPUB, HTML, Markdown or text; nothing leaves the machine.',
      ),
    ),
    '.SH COMMANDS',
    ...commands.flatMap(({ name, summary }) => [...tagged(`.BR ${escaped(`pmed-${name}`)} (1)`), text(summary)]),
    '.SH OPTIONS OF EVERY COMMAND',
    ...everywhere.flatMap(flagLines),
    ...section('TOPICS', text('Printed by pmed help and a name:')),
    ...topics.flatMap(({ name, summary }) => [...tagged(bold(name)), text(summary)]),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, short, full]) => [...tagged(bold(String(code))), text(`${short}. ${full}`)]),
    '.SH ENVIRONMENT',
    ...VARIABLES.flatMap(([names, what]) => [...tagged(bold(names.join(', '))), text(what)]),
    '.SH FILES',
    ...tagged(bold('pmed.config.yaml')),
    text('settings of a project, found from the working folder upwards; pmed init writes one'),
    ...tagged(bold('~/.config/pmed/config.yaml')),
    text('how results look for a user'),
    '.SH SEE ALSO',
    ...seeAlso(commands.map(({ name }) => `pmed-${name}`)),
  ];
}

function commandPage(command: CommandDefinition): string[] {
  const { name, aliases, summary, purpose, operands, examples, groups, notes } = command;
  return [
    ...section('NAME', text(`pmed-${name} - ${summary}`)),
    '.SH SYNOPSIS',
    bold(`pmed ${name}`),
    text(`[options] ${operands}`),
    ...section('DESCRIPTION', text(purpose)),
    ...(aliases.length === 0 ? [] : ['.PP', text(`Alias: ${aliases.join(', ')}`)]),
    '.SH EXAMPLES',
    ...examples.flatMap(([line, what]) => [...tagged(bold(line)), text(what)]),
    ...groups.flatMap(optionSection),
    ...(notes.length === 0
      ? []
      : ['.SH NOTES', ...notes.flatMap((note, at) => [...(at === 0 ? [] : ['.PP']), text(note)])]),
    ...section('EXIT STATUS', text(EXIT_CODES.map(([code, short]) => `${code} ${short}`).join(', '))),
    '.SH SEE ALSO',
    ...seeAlso(['pmed']),
  ];
}

const optionSection = ({ title, flags }: FlagGroup): string[] => [
  `.SH OPTIONS: ${escaped(title.toUpperCase())}`,
  ...flags.flatMap(flagLines),
];

function flagLines({ short, long, value, help, shown }: Flag<unknown>): string[] {
  const names = [short, long].flatMap((name) => (name === null ? [] : [`\\fB${escaped(name)}\\fR`])).join(', ');
  const tag = value === null ? names : `${names} \\fI${escaped(value.replace(/^<|>$/g, ''))}\\fR`;
  return [...tagged(tag), text(shown === null ? help : `${help} [${shown}]`)];
}

const section = (title: string, ...lines: readonly string[]): string[] => [`.SH ${title}`, ...lines];

const tagged = (tag: string): string[] => ['.TP', tag];

const bold = (words: string): string => `\\fB${escaped(words)}\\fR`;

const seeAlso = (names: readonly string[]): string[] =>
  names.map((name, at) => `.BR ${escaped(name)} (1)${at < names.length - 1 ? ',' : ''}`);

/** Lines of text, none too long for those who read the source; one that begins with a dot or quote would be a macro. */
const text = (words: string): string =>
  wrap(words, 60)
    .map((line) => escaped(line).replace(/^(?:\.|\\\(aq)/, '\\&$&'))
    .join('\n');

/** What roff takes for its own signs, and the dashes that are typed. */
function escaped(words: string): string {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(/[^\u0020-\u007e]/g, (sign) => `\\[u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
