/** What is wrong in a YAML file, and where: faults as data, and the one error that tells of them. */
import { PmedError } from '../model/fault.ts';

/** A place in a file; lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault of a file that a user wrote. */
export interface YamlFault extends Place {
  /** Stable code, `PMED-C301` to `PMED-C309`. */
  readonly code: string;
  /** What is wrong and, where it can be said, what to write instead; whole sentences. */
  readonly message: string;
}

/** More faults than these are only counted. */
const FAULTS_SAID = 20;

/**
 * The error that tells of the faults of a file, in order of their places.
 * @param file as the user typed it
 * @param faults one or more
 * @returns an error with exit code 2 and the code of the first fault; each fault is a line `file:line:column: message`
 */
export function faultsError(file: string, faults: readonly YamlFault[], hint?: string): PmedError {
  const ordered = inOrder(faults);
  const lines = ordered
    .slice(0, FAULTS_SAID)
    .map(({ line, column, message }) => `${file}:${line}:${column}: ${oneLine(message)}`);
  const more = ordered.length - FAULTS_SAID;
  if (more > 0) lines.push(`${more} more`);
  const details = { code: ordered[0]?.code ?? 'PMED-C301', exitCode: 2 as const };
  return new PmedError(lines.join('\n'), hint === undefined ? details : { ...details, hint });
}

/** Faults by place, each once. */
function inOrder<Fault extends YamlFault>(faults: readonly Fault[]): readonly Fault[] {
  const distinct = new Map(faults.map((fault) => [`${fault.line}:${fault.column}:${fault.message}`, fault]));
  return [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Messages are wrapped by words, and two spaces in a row would set off a command. */
const oneLine = (message: string): string => message.replace(/\s+/g, ' ');

/** Longest stretch of a user's own text in a message. */
const SHOWN = 60;

/** A user's text as messages quote it: shortened in the middle of a line of 60 characters. */
export function quoted(text: string): string {
  return `'${text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text}'`;
}
