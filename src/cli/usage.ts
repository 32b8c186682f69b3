/** The messages for wrong use (PMED-U0xx, exit code 2), each with what to do. */
import { type Mistyped, PmedError } from '../model/fault.ts';

const wrongUse = (code: string, message: string, hint?: string, mistyped: Mistyped | null = null): PmedError =>
  new PmedError(message, { code, exitCode: 2, mistyped, ...(hint === undefined ? {} : { hint }) });

/** No command of that name; a file name gets the command that would read it. */
export function unknownCommand(given: string, suggestion: string | null): PmedError {
  const meant = suggestion === null ? '' : ` Did you mean: pmed ${suggestion}`;
  return wrongUse(
    'PMED-U001',
    `pmed has no command called '${given}'.${meant}`,
    suggestion === null ? 'All commands:  pmed --help' : undefined,
  );
}

/** No command or topic of that name to help with. */
export function unknownHelp(given: string, suggestion: string | null): PmedError {
  const meant = suggestion === null ? '' : ` Did you mean: pmed help ${suggestion}`;
  return wrongUse(
    'PMED-U001',
    `pmed has no command or topic called '${given}'.${meant}`,
    suggestion === null ? 'All commands and topics:  pmed --help' : undefined,
  );
}

export function unknownOption(command: string, given: string, suggestion: string | null): PmedError {
  const meant = suggestion === null ? '' : ` Did you mean ${suggestion}?`;
  return wrongUse('PMED-U002', `${command} has no option ${given}.${meant}`, `All options:  ${command} --help`);
}

/** `--no-ascii`, where `--ascii` is off anyway. */
export function needlessNegation(command: string, given: string, positive: string): PmedError {
  return wrongUse('PMED-U002', `${command} has no option ${given}: ${positive} is off unless it is given.`);
}

export function missingValue(long: string, value: string): PmedError {
  return wrongUse('PMED-U003', `${long} needs a value: ${long} ${value}`);
}

/**
 * @param what what to give instead, without a full stop
 * @param known the words of which one was probably meant; none where a value is no word
 * @param word the part of the value that should have been one of them
 */
export function badValue(
  long: string,
  given: string,
  what: string,
  known: readonly string[] = [],
  word = given,
): PmedError {
  return wrongUse('PMED-U004', `${long} cannot be '${given}'.`, `${what}.`, { given: word, known });
}

export function wrongOperands(command: string, usage: string, got: number): PmedError {
  const given = got === 0 ? 'none was given' : `${got} ${got === 1 ? 'was' : 'were'} given`;
  return wrongUse('PMED-U005', `${command} needs ${usage}; ${given}.`, `Examples:  ${command} --help`);
}

export function urlGiven(url: string): PmedError {
  return wrongUse('PMED-U008', `pmed does not use the network. Save the file first:  curl -LO ${url}`);
}

/** A flag that another command takes, with the one that was probably meant, or what to use instead. */
export function notForCommand(
  command: string,
  long: string,
  takers: readonly string[],
  suggestion: string | null,
  hint?: string,
): PmedError {
  const others = takers.length === 0 ? '' : ` (it belongs to ${takers.join(', ')})`;
  const meant = suggestion === null ? '' : ` Did you mean ${suggestion}?`;
  return wrongUse(
    'PMED-U006',
    `${command} does not take ${long}${others}.${meant}`,
    hint ?? `Its options:  ${command} --help`,
  );
}

/** A file that `-o` names and that cannot or should not be written. */
export function cannotWrite(path: string, why: string, hint?: string, mistyped?: Mistyped): PmedError {
  return wrongUse('PMED-U010', `cannot write '${path}': ${why}`, hint, mistyped);
}

/** Input from stdin that cannot be had: twice, or from a terminal. */
export function noInput(why: string, hint?: string): PmedError {
  return wrongUse('PMED-U009', why, hint);
}

/** A word that a command cannot use. @param command what to type instead */
export function badOperand(message: string, command: string): PmedError {
  return wrongUse('PMED-U005', message, `Try:  ${command}`);
}
