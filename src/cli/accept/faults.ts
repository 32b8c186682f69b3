/** What is wrong with ignore files and baselines as files (PMED-C301, exit code 2), each with what to do. */
import { readFileSync, statSync } from 'node:fs';
import { PmedError } from '../../model/fault.ts';
import { nearFile } from '../near-file.ts';

/** @param hint what to do, as for every message */
export const refusal = (message: string, hint: string, cause?: unknown): PmedError =>
  new PmedError(message, { code: 'PMED-C301', exitCode: 2, hint, cause });

/** A kind of file: how messages call it, how large it may be, and what to do where there is none. */
export interface FileKind {
  readonly noun: string;
  /** Bytes. */
  readonly most: number;
  readonly hint: string;
}

/**
 * The bytes of a file that a user named.
 * @throws PmedError (exit 2) where it cannot be read
 */
export async function bytesOf(path: string, { noun, most, hint }: FileKind): Promise<Uint8Array> {
  let why = 'no such file.';
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() && found.size <= most) return readFileSync(path);
    if (found?.isDirectory()) why = 'it is a folder.';
    else if (found && !found.isFile()) why = 'it is no file.';
    else if (found) why = `it is larger than ${most / 1_000_000} MB.`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    why = code === 'ELOOP' ? 'it is a link that leads back to itself.' : 'permission denied.';
  }
  const near = why.startsWith('no such') ? await nearFile(path) : null;
  throw refusal(`cannot read the ${noun} '${path}': ${why}${near === null ? '' : ` Did you mean '${near}'?`}`, hint);
}
