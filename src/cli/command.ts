/** What a command of the program is: its help, the flags it takes, and what it does. One file a command makes one. */
import type { ExitCode } from '../model/fault.ts';
import type { Flag } from './flag.ts';
import type { PictureOptions } from './pictures.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings/effective.ts';

/** Flags that stand under one heading of the help. */
export interface FlagGroup {
  readonly title: string;
  // A group holds flags of different types; whoever reads one names the flag itself and gets its type back.
  readonly flags: readonly Flag<unknown>[];
}

/** A command line to type, and what it is for. */
export type Example = readonly [command: string, what: string];

/** A command. Definitions are plain data and cheap to load: `run` imports what it needs when it is called. */
export interface CommandDefinition {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it does in a few words, for the list of commands. */
  readonly summary: string;
  /** What it does in one sentence: the first line of its help. */
  readonly purpose: string;
  /** Operands as usage shows them, such as `<old> <new>`. */
  readonly operands: string;
  /** What the first operand may be, where that is one of a few words. */
  readonly words?: readonly string[];
  /** Fewest and most operands. */
  readonly arity: readonly [least: number, most: number];
  /** Whether it reads stdin where no operand is given beyond the fewest. */
  readonly readsStdin: boolean;
  /** Whether files of settings leave it as it is: a broken one must not stop it. */
  readonly ignoresConfig?: true;
  readonly examples: readonly Example[];
  readonly groups: readonly FlagGroup[];
  /** Closing lines of the help. */
  readonly notes: readonly string[];
  /** @returns the exit code for what the command itself decides; messages of level `error` raise it further */
  readonly run: (call: Call) => Promise<ExitCode>;
}

/** One call of a command, with flags read and operands counted. */
export interface Call {
  readonly operands: readonly string[];
  /** The value of a flag that the command's definition lists, or of a setting; files and environment may give it. */
  readonly get: <T>(flag: Flag<T>) => T;
  /** Whether the flag was typed, as opposed to standing at its default or being set elsewhere. */
  readonly given: (flag: Flag<unknown>) => boolean;
  /** How pages without text are read from their pictures; empty where they are not. */
  readonly pictures: PictureOptions;
  /** What opens encrypted documents; null where the user gave nothing. */
  readonly password: string | null;
  readonly settings: Settings;
  readonly session: Session;
}
