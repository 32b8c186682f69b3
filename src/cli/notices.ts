/** Messages on stderr: `pmed: what happened`, what to do, and a code; equal ones once, with a count. */
import type { ExitCode, Level, PmedError } from '../model/fault.ts';
import { hintTyped } from '../model/shell-word.ts';
import { worst } from './exit.ts';

/** Something to tell the user about the result. */
export interface Notice {
  readonly level: Level;
  readonly code: string;
  /** What happened, without the file's name. */
  readonly message: string;
  readonly hint: string | null;
  /** The file as the user typed it, or null. */
  readonly path: string | null;
  readonly page: number | null;
}

export interface Notices {
  /** Says it (errors at once, warnings and notes when `flush` is called, equal ones together). */
  readonly add: (notice: Notice) => void;
  /** Says a fault at once and counts its exit code. */
  readonly fault: (fault: PmedError) => void;
  /** Says a line about the work itself, such as `wrote report.json`, unless `-q`. */
  readonly remark: (text: string) => void;
  /** Says what was gathered. */
  readonly flush: () => void;
  /** 3 once an input was not read, 2 once something was used wrongly, else 0. */
  readonly exitCode: ExitCode;
}

export interface NoticeOptions {
  readonly write: (text: string) => void;
  readonly format: 'text' | 'json';
  /** Columns of stderr; infinite for lines that are not folded. */
  readonly width: number;
  /** How often `-q` was given: 1 keeps errors, 2 keeps nothing. */
  readonly quiet: number;
  /** How often `-v` was given: 1 adds notes, 2 adds stacks. */
  readonly verbose: number;
  /** Whether inputs that were not read, or not completely, leave the exit code as it is. */
  readonly allowUnread: boolean;
}

/** Errors said one by one before the rest is only counted: a broken file of a million lines gives no million lines. */
const ERRORS_SAID = 20;
/** Different messages kept per code while gathering. */
const MESSAGES_KEPT = 5;
/** Files named in a message that holds for several. */
const FILES_NAMED = 3;

export function createNotices(options: NoticeOptions): Notices {
  let exitCode: ExitCode = 0;
  /** Inputs that were not read completely, and may be. */
  const allowed = new Set<string>();
  const errorsSaid = new Map<string, number>();
  const gathered = new Map<string, Gathered>();
  const left = new Map<string, number>();

  const say = (notice: Notice, paths: readonly string[], count: number): void => {
    if (options.quiet >= (notice.level === 'error' ? 2 : 1)) return;
    const hint = notice.path === null ? notice.hint : hintTyped(notice.hint, notice.path);
    const said = { ...notice, hint };
    options.write(options.format === 'json' ? asJson(said) : asText(said, paths, count, options.width));
  };

  const add = (notice: Notice): void => {
    if (notice.level === 'error') {
      const isWrongUse = notice.code.startsWith('PMED-U') || notice.code.startsWith('PMED-C');
      if (options.allowUnread && notice.code.startsWith('PMED-I')) allowed.add(notice.path ?? notice.message);
      else exitCode = worst(exitCode, isWrongUse ? 2 : 3);
      const said = (errorsSaid.get(notice.code) ?? 0) + 1;
      errorsSaid.set(notice.code, said);
      if (said <= ERRORS_SAID || options.format === 'json') say(notice, notice.path === null ? [] : [notice.path], 1);
      return;
    }
    if (notice.level === 'note' && options.verbose === 0) return;
    if (options.format === 'json') {
      say(notice, [], 1);
      return;
    }
    const key = `${notice.code}\n${notice.message}\n${notice.page ?? ''}`;
    const entry = gathered.get(key);
    if (entry !== undefined) {
      const { path } = notice;
      // What a file is told of twice is one message; its notices come one after the other.
      if (path !== null && path === entry.last) return;
      entry.last = path;
      entry.count++;
      if (path !== null && entry.paths.length < FILES_NAMED) entry.paths.push(path);
    } else if ((left.get(notice.code) ?? 0) < MESSAGES_KEPT) {
      gathered.set(key, { notice, last: notice.path, paths: notice.path === null ? [] : [notice.path], count: 1 });
      left.set(notice.code, (left.get(notice.code) ?? 0) + 1);
    } else {
      left.set(notice.code, (left.get(notice.code) ?? 0) + 1);
    }
  };

  return {
    get exitCode() {
      return exitCode;
    },
    add,
    fault(fault) {
      exitCode = worst(exitCode, fault.exitCode);
      const { code, message, hint } = fault;
      say({ level: 'error', code, message, hint, path: null, page: null }, [], 1);
      if (options.verbose >= 2 && options.quiet < 2) options.write(`${stackOf(fault)}\n`);
    },
    remark(text) {
      if (options.quiet === 0 && options.format === 'text') options.write(`pmed: ${legible(text)}\n`);
    },
    flush() {
      for (const { notice, paths, count } of gathered.values()) say(notice, paths, count);
      gathered.clear();
      const more = [...left].map(([code, count]) => [code, count - MESSAGES_KEPT] as const);
      const errors = [...errorsSaid].map(([code, count]) => [code, count - ERRORS_SAID] as const);
      const isSilent = (level: 'error' | 'warning'): boolean =>
        options.format === 'json' || options.quiet >= (level === 'error' ? 2 : 1);
      for (const [level, list] of [
        ['warning', more],
        ['error', errors],
      ] as const) {
        for (const [code, count] of list) {
          if (count > 0 && !isSilent(level)) options.write(`pmed: and ${count} more messages like these. [${code}]\n`);
        }
      }
      if (allowed.size > 0 && !isSilent('warning')) {
        const what = allowed.size === 1 ? '1 input was' : `${allowed.size} inputs were`;
        options.write(`pmed: ${what} not read completely, and the exit code does not say so (--allow-unread).\n`);
      }
      allowed.clear();
      left.clear();
      errorsSaid.clear();
    },
  };
}

interface Gathered {
  readonly notice: Notice;
  /** The file that was told of last. */
  last: string | null;
  readonly paths: string[];
  count: number;
}

/** The stack of an error with those of its causes, for `-vv`. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}

function asJson({ code, level, message, path, page, hint }: Notice): string {
  return `${JSON.stringify({ code, level, message, path, page, hint })}\n`;
}

/** The printed form: the message, the hint's lines below it, the code last, continued lines indented by six. */
function asText({ code, message, hint, page }: Notice, paths: readonly string[], count: number, width: number): string {
  // Some messages begin with the file already.
  const isNamed = paths.length === 0 || (count === 1 && paths.some((path) => message.includes(path)));
  const files = isNamed ? '' : `${naming(paths, count)}: `;
  const where = page === null ? '' : `p. ${page}: `;
  const times = count > 1 && paths.length === 0 ? ` (${count} times)` : '';
  const first = `${files}${where}${message}${times}`;
  const room = width === Number.POSITIVE_INFINITY ? width : Math.min(width, 100);
  const whole = `pmed: ${first} [${code}]`;
  if (hint === null && whole.length <= room && !first.includes('\n')) return `${legible(whole)}\n`;
  const lines = [...folded(first, room - 6), ...(hint === null ? [] : folded(hint, room - 6)), `[${code}]`];
  return `${lines.map((line, index) => (index === 0 ? 'pmed: ' : '      ') + legible(line)).join('\n')}\n`;
}

function naming(paths: readonly string[], count: number): string {
  const others = count - paths.length;
  return others > 0 ? `${paths.join(', ')} and ${others} more` : paths.join(', ');
}

/** Names of files may hold anything; what a terminal would act on is shown as `?`. */
function legible(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '?');
}

/** Lines of at most `room` characters; what follows two spaces is a command to paste and stays on one line. */
function folded(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    const gap = paragraph.indexOf('  ');
    const prose = gap < 0 ? paragraph : paragraph.slice(0, gap);
    const command = gap < 0 ? '' : paragraph.slice(gap).trim();
    let line = '';
    for (const word of prose.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    if (command !== '' && line !== '' && line.length + 2 + command.length > room) {
      lines.push(line);
      line = `  ${command}`;
    } else if (command !== '') {
      line = line === '' ? command : `${line}  ${command}`;
    }
    lines.push(line);
  }
  return lines;
}
