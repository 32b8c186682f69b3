/**
 * A run as commands to the runner of GitHub Actions, which shows them as annotations of the files: one line a command,
 * `::error file=…,line=…,title=…::…`, the most severe first, and a last one that counts.
 */

import type { Level } from '../../model/fault.ts';
import { verdictWords } from '../../model/verdict.ts';
import { grouped } from '../numbers.ts';
import { shortened } from '../shorten.ts';
import { activeOf, type CiRun, worstFirst } from './annotation.ts';
import { oneLine } from './wording.ts';

/** Annotations of each command that the service shows of a step. */
const MOST = 10;
/** Longest message that the runner passes on, and longest title that the service shows, in characters. */
const LONGEST_MESSAGE = 4000;
const LONGEST_TITLE = 200;

const COMMANDS: Readonly<Record<Level, Command>> = { error: 'error', warning: 'warning', note: 'notice' };

type Command = 'error' | 'warning' | 'notice';

interface Line {
  readonly command: Command;
  readonly path: string | null;
  readonly line: number | null;
  readonly title: string;
  readonly message: string;
}

/** @returns lines of commands, ending in a newline */
export function renderGithub(run: CiRun): string {
  // The last notice counts those that are left out, and is one itself.
  const room: Record<Command, number> = { error: MOST, warning: MOST, notice: MOST - 1 };
  const shown = linesOf(run).filter(({ command }) => room[command]-- > 0);
  const left = -Object.values(room).reduce((sum, free) => sum + Math.min(0, free), 0);
  const more = left === 0 ? '' : ` (${grouped(left)} more ${left === 1 ? 'is' : 'are'} not shown here)`;
  const result = run.verdict === null ? '' : `Result: ${verdictWords(run.verdict)}`;
  const last: Line = {
    command: 'notice',
    path: null,
    line: null,
    title: `pmed ${run.command}`,
    message: `${[run.summary, result].filter((part) => part !== '').join('. ')}${more}`,
  };
  return [...shown, last].map((line) => `${commandOf(line)}\n`).join('');
}

/** What was not read comes first: what follows may be wrong without it. */
function linesOf({ annotations, notices, command }: CiRun): Line[] {
  const told = notices
    .filter(({ level }) => level === 'error')
    .map(
      ({ code, message, path }): Line => ({
        command: 'error',
        path,
        line: null,
        title: `pmed ${command}: ${code}`,
        message,
      }),
    );
  const found = worstFirst(activeOf(annotations)).map(
    ({ rule, level, subject, message, place: { path, line } }): Line => ({
      command: COMMANDS[level],
      path,
      line,
      title: subject === null ? `pmed ${rule}` : `pmed ${rule}: ${subject}`,
      message,
    }),
  );
  return [...told, ...found];
}

function commandOf({ command, path, line, title, message }: Line): string {
  const properties = [
    ...(path === null ? [] : [`file=${property(path)}`]),
    ...(line === null ? [] : [`line=${line}`]),
    `title=${property(shortened(oneLine(title), LONGEST_TITLE))}`,
  ];
  return `::${command} ${properties.join(',')}::${data(shortened(oneLine(message), LONGEST_MESSAGE))}`;
}

/** The runner's escapes for what follows the second `::`. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The runner's escapes for values before it. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
