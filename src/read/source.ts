/** Where a document comes from, and its bytes: the one place of the reader that touches the disk. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { PmedError } from '../model/fault.ts';
import { withoutEnd } from '../model/without-end.ts';

/** Media types of texts that a caller hands over as strings. */
export type TextMediaType = 'text/plain' | 'text/markdown' | 'text/html';

/** A path, or a document that the caller has already: as bytes, or as text. */
export type Source =
  | string
  | {
      readonly name: string;
      readonly bytes: Uint8Array;
      /** What messages call it, where that is not its name. */
      readonly typed?: string;
    }
  | { readonly name: string; readonly text: string; readonly mediaType?: TextMediaType };

/** A file's name and bytes. */
export interface SourceBytes {
  /** The file name without folders. */
  readonly name: string;
  /** The file as the user typed it, for messages. */
  readonly typed: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is read unless the user says otherwise, in megabytes. */
const LARGEST = 200;
const MEGABYTE = 1_000_000;
const URL_START = /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\//;

/**
 * Reads a file.
 * @param path as the user typed it
 * @param most megabytes that the file may have
 * @throws PmedError PMED-U008 for a URL (exit 2); PMED-I101 where there is no such file; PMED-I102 for a folder or a file
 * that cannot be opened; PMED-I103 for one that is too big (exit 3)
 */
export async function readSource(path: string, most = LARGEST): Promise<SourceBytes> {
  if (URL_START.test(path)) throw urlRefused(path);
  if (path === '') throw new PmedError('No file was named.', { code: 'PMED-U009', exitCode: 2 });
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw folderGiven(path);
    if (facts.size > most * MEGABYTE) throw tooBig(path, facts.size, most);
    const bytes = facts.isFile() ? await readFile(path) : await drain(path, most);
    return { name: basename(path), typed: path, bytes };
  } catch (error) {
    if (error instanceof PmedError) throw error;
    throw await unreadable(path, error, most);
  }
}

/** The bytes of a pipe or device, of which nothing says beforehand how many there are. */
async function drain(path: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most * MEGABYTE) throw tooBig(path, size, most);
  }
  return Buffer.concat(chunks);
}

/**
 * Refuses bytes that a caller handed over where there are too many of them.
 * @param most megabytes that there may be
 * @throws PmedError PMED-I103 (exit 3)
 */
export function checkSize(name: string, bytes: number, most = LARGEST): void {
  if (bytes > most * MEGABYTE) throw tooBig(name, bytes, most);
}

function urlRefused(url: string): PmedError {
  return new PmedError(`'${url}' is a web address; pmed does not use the network.`, {
    code: 'PMED-U008',
    exitCode: 2,
    hint: `Save the file first:  curl -LO ${url}`,
  });
}

function folderGiven(path: string): PmedError {
  return new PmedError(`cannot read '${path}': it is a folder, not a file.`, {
    code: 'PMED-I102',
    exitCode: 3,
    hint: `Name the files in it:  pmed analyse ${withoutEnd(path, /[/\\]/)}/*`,
  });
}

function tooBig(path: string, size: number, most: number): PmedError {
  const megabytes = Math.ceil(size / MEGABYTE);
  return new PmedError(`${path}: ${megabytes} MB is too big; pmed reads files of up to ${most} MB.`, {
    code: 'PMED-I103',
    exitCode: 3,
    hint: 'Divide the file, or save it without pictures.',
  });
}

async function unreadable(path: string, error: unknown, most: number): Promise<PmedError> {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const guess = await similarFile(path);
      const question = guess === null ? '' : ` Did you mean '${guess}'?`;
      return new PmedError(`cannot read '${path}': no such file.${question}`, {
        code: 'PMED-I101',
        exitCode: 3,
        cause: error,
      });
    }
    case 'EACCES':
    case 'EPERM':
      return new PmedError(`cannot read '${path}': you may not open it.`, {
        code: 'PMED-I102',
        exitCode: 3,
        hint: `See who may:  ls -l ${path}`,
        cause: error,
      });
    case 'ERR_FS_FILE_TOO_LARGE':
      return tooBig(path, most * MEGABYTE + 1, most);
    default:
      return new PmedError(`cannot read '${path}': ${errorCode(error) ?? 'the system refuses it'}.`, {
        code: 'PMED-I102',
        exitCode: 3,
        cause: error,
      });
  }
}

/** The system's name for an error, such as `ENOENT`. */
function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The file of the same folder whose name is most like the one typed, written as the user would type it. */
async function similarFile(path: string): Promise<string | null> {
  const folder = dirname(path);
  const wanted = basename(path);
  let names: string[];
  try {
    names = (await readdir(folder)).sort();
  } catch {
    return null;
  }
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 4)) + 1;
  for (const name of names.slice(0, 5000)) {
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase(), least);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  if (best === null) return null;
  return path.slice(0, path.length - wanted.length) + best;
}

/** Letters to insert, delete, replace or swap to get from one word to the other; `limit` where there are as many or more. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length] ?? limit, limit);
}
