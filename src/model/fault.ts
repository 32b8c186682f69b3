/** The one error that users meet: what happened, where, and what to do about it. */

/** How bad a message is: an `error` changes the exit code, a `warning` may, a `note` never does. */
export type Level = 'error' | 'warning' | 'note';

/** The exit codes of the command (CONTRACT: of several, the highest of 3, 2, 1 wins). */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130 | 143;

/** A word that is not known, and those that it could have been. */
export interface Mistyped {
  readonly given: string;
  readonly known: readonly string[];
}

/** What a fault carries besides its message. */
export interface FaultDetails {
  /** Stable code such as `PMED-I101`, findable in the documentation. */
  readonly code: string;
  /** The exit code that this fault asks for: 2 wrong use, 3 an input was not read. */
  readonly exitCode: 2 | 3;
  /** What the user can do now; one sentence or a command to paste. */
  readonly hint?: string;
  /** A word that is not known, with those that are: the command says which was probably meant. */
  readonly mistyped?: Mistyped | null;
  /** The error underneath, shown with `-vv` only. */
  readonly cause?: unknown;
}

/**
 * An error that the user can do something about. `message` says what happened and where (the file as the user typed
 * it); `hint` says what to do. Anything thrown that is not a `PmedError` is a bug in pmed.
 */
export class PmedError extends Error {
  readonly code: string;
  readonly exitCode: 2 | 3;
  readonly hint: string | null;
  readonly mistyped: Mistyped | null;

  constructor(message: string, details: FaultDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'PmedError';
    this.code = details.code;
    this.exitCode = details.exitCode;
    this.hint = details.hint ?? null;
    this.mistyped = details.mistyped ?? null;
  }
}
