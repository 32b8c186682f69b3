/** Files that `-o` names: their format, whether they may be written, and writing them whole or not at all. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { PmedError } from '../model/fault.ts';
import { forget, remember } from './interrupt.ts';
import { badValue, cannotWrite } from './usage.ts';

/** One `-o`: where to, and in which format. */
export interface Target<T extends string = string> {
  /** The path as the user typed it. */
  readonly typed: string;
  readonly format: T;
}

/** Formats by extension; those that a command does not offer are refused by name. */
const extensions: Readonly<Record<string, string>> = {
  txt: 'text',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  docx: 'docx',
  md: 'md',
  html: 'html',
  svg: 'svg',
  ics: 'ics',
  sarif: 'sarif',
  xml: 'junit',
  qdpx: 'qdpx',
};
const known = new Set([...Object.values(extensions), 'github', 'gitlab']);

/**
 * The targets of all `-o`, in the order given; `-` means stdout and needs no target.
 * @param offered the formats that the command can write
 * @throws PmedError (exit 2) when a format is not offered or a file is named twice
 */
export function outputTargets<T extends string>(raw: readonly string[], offered: readonly T[]): Target<T>[] {
  const targets: Target<T>[] = [];
  const seen = new Set<string>();
  for (const value of raw) {
    if (value === '-') continue;
    const colon = value.indexOf(':');
    const prefix = colon > 1 ? value.slice(0, colon) : '';
    const isForced = known.has(prefix);
    const typed = isForced ? value.slice(colon + 1) : value;
    const extension = extname(typed).slice(1).toLowerCase();
    const named = isForced ? prefix : (extensions[extension] ?? extension);
    const formats = `Formats of this command: ${offered.join(', ')}; the name decides (.json), or write json:${typed || 'file'}`;
    if (typed === '' || typed === '-') throw badValue('--output', value, 'Name a file; stdout gets the format of -f');
    const format = offered.find((one) => one === named);
    if (format === undefined) throw badValue('--output', value, formats);
    const path = resolve(typed);
    if (seen.has(path)) throw badValue('--output', value, 'It is named twice');
    seen.add(path);
    targets.push({ typed, format });
  }
  return targets;
}

/**
 * Checks before the work begins that every target can be written.
 * @param inputs paths that are read and must not be overwritten
 * @throws PmedError (exit 2)
 */
export function checkTargets(targets: readonly Target[], inputs: readonly string[], isForced: boolean): void {
  const read = new Set(inputs.map(actual));
  for (const { typed } of targets) {
    const path = actual(typed);
    if (read.has(path)) throw cannotWrite(typed, 'it is one of the files that are read.');
    const folder = dirname(path);
    if (!existsSync(folder)) {
      throw cannotWrite(typed, `there is no folder '${dirname(typed)}'.`, `Make it first:  mkdir -p ${dirname(typed)}`);
    }
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw cannotWrite(typed, 'it is a folder.');
    if (found !== undefined && !found.isFile()) continue;
    attempt(typed, () => accessSync(folder, constants.W_OK));
    if (found !== undefined && found.size > 0 && !isForced && !isOurs(path)) {
      throw cannotWrite(typed, 'it exists and pmed did not write it.', 'Use another name, or --force to overwrite it.');
    }
  }
}

/** A file being written: it gets its name when it is complete. */
export interface Draft {
  readonly write: (text: string) => void;
  /** Gives the file its name, over what had it before. */
  readonly finish: () => void;
  /** Leaves no trace. */
  readonly discard: () => void;
}

/** @throws PmedError (exit 2), also from the draft's own functions, when the disk refuses */
export function draft(typed: string): Draft {
  const path = actual(typed);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) return device(typed, path);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  remember(temporary);
  const discard = (): void => {
    rmSync(temporary, { force: true });
    forget(temporary);
  };
  const guarded = <T>(work: () => T): T => attempt(typed, work, discard);
  const file = guarded(() => openSync(temporary, 'w', found?.mode ?? 0o666));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (text) => guarded(() => writeAll(file, text)),
    finish() {
      guarded(() => {
        close();
        renameSync(temporary, path);
      });
      forget(temporary);
    },
    discard() {
      close();
      discard();
    },
  };
}

/**
 * Writes one result to every target and says so.
 * @param render makes the text of a format
 */
export function save<T extends string>(
  targets: readonly Target<T>[],
  render: (format: T) => string,
  remark: (text: string) => void,
): void {
  for (const { typed, format } of targets) {
    const file = draft(typed);
    try {
      file.write(render(format));
      file.finish();
    } catch (error) {
      file.discard();
      throw error;
    }
    remark(`wrote ${typed}`);
  }
}

/** A pipe or device that has no place for a temporary file beside it. */
function device(typed: string, path: string): Draft {
  const file = attempt(typed, () => openSync(path, 'w'));
  return {
    write: (text) => attempt(typed, () => writeAll(file, text)),
    finish: () => closeSync(file),
    discard: () => closeSync(file),
  };
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Where the file really is: a link is followed, so that the link stays and its target is replaced. */
function actual(typed: string): string {
  const path = resolve(typed);
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** How pmed's own results begin: JSON, NDJSON, tables, calendars, pictures, Markdown, pages, and what CI services read. */
const marks: readonly RegExp[] = [
  /^\{\s*"\$schema":\s*"urn:pmed:schema:/,
  /^\{"type":"header"/,
  /^\ufeff?change[,\t]level[,\t]kind[,\t]group[,\t]/,
  /^\ufeff?theme[,\t]scheme[,\t]facet[,\t]label[,\t]document[,\t]/,
  /^\ufeff?(?:id[,\t])?ref[,\t]document[,\t]title[,\t]document_date[,\t]/,
  /^\ufeff?id[,\t]status[,\t]first[,\t]last[,\t]ref[,\t]/,
  /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/pmed\/\/pmed /,
  /^<svg [^>]*class="pmed-/,
  /^<!-- pmed:/,
  /^\{\s*"\$schema": "https:[^"]*\/sarif-schema-2\.1\.0\.json",\s*"version": "2\.1\.0",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "pmed"/,
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="pmed /,
  /^::(?:error|warning|notice) (?:file=[^\n]*?,)?title=pmed /,
  /^\[\s*(?:\{\s*"check_name": "pmed\/|\]\s*$)/,
  /^<!DOCTYPE html>\n<html [^>]*data-pmed="/,
];

/** Whether the file begins as pmed's own results begin. */
function isOurs(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(1000);
    const length = readSync(file, start, 0, start.length, 0);
    closeSync(file);
    const text = start.toString('utf8', 0, length);
    return marks.some((mark) => mark.test(text));
  } catch {
    return false;
  }
}

function attempt<T>(typed: string, work: () => T, otherwise?: () => void): T {
  try {
    return work();
  } catch (error) {
    otherwise?.();
    throw refusal(typed, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  ENAMETOOLONG: 'the name is too long.',
};

function refusal(typed: string, error: unknown): PmedError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return cannotWrite(typed, reasons[code] ?? (error instanceof Error ? error.message : String(error)));
}
