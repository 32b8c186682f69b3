/** What a command works with besides its operands and flags: where results and messages go, and how screens look. */
import type { ScreenOptions } from '../render/screen.ts';
import { defaultScreen } from '../render/screen.ts';
import { paintFor, wantsColour } from './colour.ts';
import type { Flag, RawFlags } from './flag.ts';
import { allowUnread, ascii, noProgress, quiet, showAll, verbose, width } from './flags.ts';
import type { Notices } from './notices.ts';
import { createNotices } from './notices.ts';
import { say } from './progress/line.ts';
import { isPipe, openProgress } from './progress/open.ts';
import type { Progress } from './progress/progress.ts';
import { colourOf, ofProject, screenWidth, terminalWidth } from './settings/display.ts';
import type { Settings } from './settings/effective.ts';
import type { ResultStream } from './streams.ts';

export interface Session {
  /** For the one result, and nothing else. */
  readonly stdout: ResultStream;
  /** For everything that is said about the result. */
  readonly notices: Notices;
  /** Told of how far the work is. */
  readonly progress: Progress;
  /** For text screens on stdout. */
  readonly screen: ScreenOptions;
  /** For text screens in files, which never depend on the terminal. */
  readonly page: ScreenOptions;
  /** Whether a person reads stdout: hints on what to do next are for them only. */
  readonly isWatched: boolean;
  /** How often `-q` was given. */
  readonly quietness: number;
  /** How often `-v` was given. */
  readonly verbosity: number;
  /** Seconds of a clock that only goes forward, for `-v`. */
  readonly clock: () => number;
  /** The ISO day that `today` means. */
  readonly today: () => string;
}

/** The session for these settings in this process. */
export async function openSession(settings: Settings, stdout: ResultStream, notices: Notices): Promise<Session> {
  const { raw } = settings;
  const isTerminal = process.stdout.isTTY === true;
  const isColoured = wantsColour({ ...colourOf(settings), env: process.env, isTerminal });
  const all = value(raw, showAll);
  const progress = await openProgress(
    {
      isWanted: !value(raw, noProgress) && value(raw, quiet) === 0 && !isJson(raw),
      isDrawn: true,
      ascii: value(raw, ascii),
      env: process.env,
    },
    notices,
  );
  return {
    stdout: isReadAlong(raw) ? telling(stdout, progress.end) : stdout,
    notices,
    progress,
    screen: {
      all,
      ascii: value(raw, ascii),
      width: screenWidth(settings, process.env.COLUMNS, process.stdout.columns),
      paint: await paintFor(isColoured),
    },
    page: {
      ...defaultScreen,
      all,
      ascii: value(ofProject(settings, ascii), ascii),
      width: value(ofProject(settings, width), width) ?? defaultScreen.width,
    },
    isWatched: isTerminal,
    quietness: value(raw, quiet),
    verbosity: value(raw, verbose),
    clock: () => performance.now() / 1000,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** The messages of this process. Values that cannot be read have been refused, or are about to be. */
export function noticesFor(raw: RawFlags): Notices {
  const asked = Number(raw.get(width.long)?.at(-1));
  return createNotices({
    write: say,
    format: isJson(raw) ? 'json' : 'text',
    // Logs and pipes get each sentence whole, so that it can be searched for.
    width:
      asked >= 40
        ? asked
        : process.stderr.isTTY
          ? terminalWidth(process.env.COLUMNS, process.stderr.columns)
          : Number.POSITIVE_INFINITY,
    quiet: value(raw, quiet),
    verbose: value(raw, verbose),
    allowUnread: value(raw, allowUnread),
  });
}

const isJson = (raw: RawFlags): boolean => raw.get('--error-format')?.at(-1) === 'json';

/** Whether somebody may read the result in a pager, which shares the terminal with messages. */
function isReadAlong(raw: RawFlags): boolean {
  return process.stdout.isTTY !== true && ['text', 'md'].includes(raw.get('--format')?.at(-1) ?? 'text') && isPipe(1);
}

/** The same stream; `before` is called before something is written. */
function telling(stdout: ResultStream, before: () => void): ResultStream {
  return {
    get isClosed() {
      return stdout.isClosed;
    },
    write(piece) {
      if (piece.length > 0) before();
      return stdout.write(piece);
    },
  };
}

function value<T>(raw: RawFlags, flag: Flag<T>): T {
  return flag.read(raw.get(flag.long) ?? []);
}
