/** What is said where the disk refuses. */
import type { PmedError } from '../../model/fault.ts';
import { cannotWrite } from '../usage.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the disk quota is used up.',
  EFBIG: 'it would be larger than files may be here.',
  EIO: 'the disk has a fault.',
  EISDIR: 'it is a folder.',
  ELOOP: 'it is a link that leads back to itself.',
  ENOTDIR: 'a part of its path is a file, and no folder.',
  ENAMETOOLONG: 'the name is too long.',
};

/**
 * Does some work on a file.
 * @param typed the file's path as the user typed it
 * @param otherwise done before the fault is told
 * @throws PmedError (exit 2) for whatever the work throws, with the reason in words
 */
export function attempt<T>(typed: string, work: () => T, otherwise?: () => void): T {
  try {
    return work();
  } catch (error) {
    otherwise?.();
    throw refusal(typed, error);
  }
}

function refusal(typed: string, error: unknown): PmedError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return cannotWrite(typed, REASONS[code] ?? (error instanceof Error ? error.message : String(error)));
}
