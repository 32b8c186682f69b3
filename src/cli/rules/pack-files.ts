/** Reads the files of packs. */
import { readFileSync, statSync } from 'node:fs';
import { PmedError } from '../../model/fault.ts';

/** More than a pack may hold: nothing beyond is worth reading. */
const MOST = 8_000_000;

/**
 * The bytes of a pack file.
 * @param path as the user typed it; `-` is stdin
 * @throws {PmedError} PMED-C304 (exit 2) where there is no such file or it cannot be read
 */
export function readPackFile(path: string): Uint8Array {
  try {
    if (path === '-') return readFileSync(0);
    const facts = statSync(path);
    if (facts.isDirectory()) throw refusal(path, 'it is a folder.');
    if (facts.size > MOST) throw refusal(path, 'it is larger than 1 MB.');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof PmedError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw refusal(path, REASONS[code] ?? (error instanceof Error ? error.message : String(error)));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  EACCES: 'permission denied.',
};

const refusal = (path: string, why: string): PmedError =>
  new PmedError(`cannot read the pack '${path}': ${why}`, {
    code: 'PMED-C304',
    exitCode: 2,
    hint: 'A pack to start from:  pmed rules new mine.yaml',
  });
