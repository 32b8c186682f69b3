/** What is a command's own where it shows records of documents, and what one run of it is. */
import type { Input } from '../../analyse/read-input.ts';
import type { ExitCode } from '../../model/fault.ts';
import type { Call, CommandDefinition } from '../command.ts';
import type { FormatFlag } from '../flag.ts';
import type { Named } from '../inputs.ts';
import type { Reading } from './reading.ts';
import type { Part, Writers } from './sinks.ts';

/** What is the command's own; all else it has in common with the others. */
export interface RecordCommand<F extends string, P extends Part>
  extends Pick<CommandDefinition, 'name' | 'summary' | 'purpose' | 'examples' | 'groups' | 'notes'> {
  readonly aliases?: readonly string[];
  /** Operands before the inputs, as usage shows them: `['<pattern>']`. */
  readonly before?: readonly string[];
  readonly format: FormatFlag<F>;
  /**
   * Reads the command's own flags, before any input is looked at.
   * @param written the formats that will be written, stdout's first
   * @throws PmedError (exit 2) for flags that do not go together
   */
  readonly prepare: (call: Call, written: readonly F[]) => Promise<RecordRun<F, P>>;
}

/** One run of a command over its documents. */
export interface RecordRun<F extends string, P extends Part> {
  /** Begins; the inputs are read as the parts are asked for. */
  readonly start: (inputs: AsyncIterable<Input>) => Promise<Started<F, P>>;
  /** The inputs, where they are not simply the documents that were named. */
  readonly inputs?: (named: readonly Named[], reading: Reading) => AsyncIterable<Input>;
  /** What to try next with the same document: options that show more, and the extension of a file; null for nothing. */
  readonly next: { readonly more: string; readonly extension: string } | null;
  /** What the command itself decides, once all is written; 0 unless given. */
  readonly verdict?: () => ExitCode;
}

/** A run that has begun. */
export interface Started<F extends string, P extends Part> {
  readonly parts: AsyncIterable<P>;
  readonly writers: Writers<F, P>;
  /** What was found in a part, for `-v`: `5 commitments`. */
  readonly found: (part: P) => string;
}
