/** What is wrong in a YAML file, and where: faults as data, and the one error that tells of them. */
import { PmedError } from '../model/fault.ts';

/** A place in a file; lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault of a file that a user wrote. */
export interface YamlFault extends Place {
  /** The file as the user typed it, where faults of several are told together. */
  readonly file?: string;
  /** Stable code, `PMED-C301` to `PMED-C309`. */
  readonly code: string;
  /** What is wrong and, where it can be said, what to write instead; whole sentences. */
  readonly message: string;
}

/** More faults than these are only counted. */
const FAULTS_SAID = 20;

/** The error that tells of the faults of a file. */
export class FaultsError extends PmedError {
  /** In order of their places. */
  readonly faults: readonly YamlFault[];

  constructor(message: string, faults: readonly YamlFault[]) {
    super(message, { code: faults[0]?.code ?? 'PMED-C301', exitCode: 2 });
    this.faults = faults;
  }
}

/**
 * The error that tells of the faults of a file, in order of their places.
 * @param file as the user typed it, for the faults that name none
 * @param faults one or more
 * @returns an error with exit code 2 and the code of the first fault; each of the first 20 faults is a line
 *   `file:line:column: message`, and the others are counted
 */
export function faultsError(file: string, faults: readonly YamlFault[]): FaultsError {
  const ordered = inOrder(faults);
  const lines = ordered
    .slice(0, FAULTS_SAID)
    .map(({ file: its = file, line, column, message }) => `${its}:${line}:${column}: ${oneLine(message)}`);
  const more = ordered.length - FAULTS_SAID;
  if (more > 0) lines.push(`${more} more`);
  return new FaultsError(lines.join('\n'), ordered);
}

/** Faults by place, file after file, each once. */
export function inOrder<Fault extends YamlFault>(faults: readonly Fault[]): readonly Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  const distinct = new Map(faults.map((its) => [`${its.file}:${its.line}:${its.column}:${its.message}`, its]));
  return [...distinct.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Messages are wrapped by words, and two spaces in a row would set off a command. */
const oneLine = (message: string): string => message.replace(/\s+/g, ' ');

/** Longest stretch of a user's own text in a message. */
const SHOWN = 60;

/** A user's text as messages quote it: shortened in the middle of a line of 60 characters. */
export function quoted(text: string): string {
  return `'${text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text}'`;
}
