/** What a command works with besides its operands and flags: where results and messages go, and how screens look. */
import type { ScreenOptions } from '../render/screen.ts';
import { defaultScreen } from '../render/screen.ts';
import { paintFor, wantsColour } from './colour.ts';
import type { Flag, RawFlags } from './flag.ts';
import { allowUnread, ascii, color, hyperlinks, noProgress, plain, quiet, showAll, verbose, width } from './flags.ts';
import { linksFor } from './hyperlinks.ts';
import type { Notices } from './notices.ts';
import { createNotices } from './notices.ts';
import { say } from './progress/line.ts';
import { isPipe, openProgress } from './progress/open.ts';
import type { Progress } from './progress/progress.ts';
import { isAscii, ofProject, screenWidth, terminalWidth, whenOf } from './settings/display.ts';
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
  /** Says which file a document of this id is, by its path, so that places on the screen can link to it. */
  readonly locate: (documentId: string, path: string) => void;
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

const noLinks = { flag: 'never' } as const;

/** The session for these settings in this process. */
export async function openSession(settings: Settings, stdout: ResultStream, notices: Notices): Promise<Session> {
  const { raw } = settings;
  const { env } = process;
  const isTerminal = process.stdout.isTTY === true;
  const isPlain = value(raw, plain);
  const isColoured = !isPlain && wantsColour({ ...whenOf(settings, color), env, isTerminal });
  const links = linksFor({ ...(isPlain ? noLinks : whenOf(settings, hyperlinks)), env, isTerminal }, process.cwd());
  const all = value(raw, showAll) || isPlain;
  const progress = await openProgress(
    {
      isWanted: !value(raw, noProgress) && !isPlain && value(raw, quiet) === 0 && !isJson(raw),
      isDrawn: !value(raw, plain),
      ascii: isPlain || isAscii(settings, env, process.stderr.isTTY === true),
      env,
    },
    notices,
  );
  return {
    stdout: isReadAlong(raw) ? telling(stdout, progress.end) : stdout,
    notices,
    progress,
    screen: {
      all,
      ascii: isPlain || isAscii(settings, env, isTerminal),
      width: screenWidth(settings, env.COLUMNS, process.stdout.columns),
      paint: await paintFor(isColoured),
      link: links.link,
      plain: isPlain,
    },
    page: {
      ...defaultScreen,
      all,
      plain: isPlain,
      ascii: isPlain || value(ofProject(settings, ascii), ascii),
      width: value(ofProject(settings, width), width) ?? defaultScreen.width,
    },
    locate: links.locate,
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
    width: value(raw, plain)
      ? Number.POSITIVE_INFINITY
      : asked >= 40
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
