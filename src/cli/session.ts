/** What a command works with besides its operands and flags: where results and messages go, and how screens look. */
import type { ScreenOptions } from '../render/screen.ts';
import type { Notices } from './notices.ts';
import type { ResultStream } from './streams.ts';

export interface Session {
  /** For the one result, and nothing else. */
  readonly stdout: ResultStream;
  /** For everything that is said about the result. */
  readonly notices: Notices;
  /** For text screens on stdout. */
  readonly screen: ScreenOptions;
  /** For text screens in files, which never depend on the terminal. */
  readonly page: ScreenOptions;
  /** Whether a person reads stdout: hints on what to do next are for them only. */
  readonly isWatched: boolean;
  /** How often `-v` was given. */
  readonly verbosity: number;
  /** Seconds of a clock that only goes forward, for `-v`. */
  readonly clock: () => number;
  /** The ISO day that `today` means. */
  readonly today: () => string;
}
