/** Files that are written only where there is none of that name: all of them or none. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite } from './usage.ts';

export interface NewFile {
  /** As the user typed it. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes new files, with the folders that they stand in; if one cannot be written, the others are taken away again.
 * @throws {PmedError} PMED-U010 (exit 2) that names the first file which is there already or cannot be written
 */
export function writeNew(files: readonly NewFile[]): void {
  for (const { path } of files)
    if (existsSync(path))
      throw cannotWrite(path, 'it exists, and would be overwritten.', 'Use another name, or move it away first.');
  const made: string[] = [];
  try {
    for (const { path, text } of files) {
      makeFolder(dirname(path), made);
      // Fails where somebody else made it meanwhile.
      const file = openSync(path, 'wx');
      made.push(path);
      try {
        const bytes = Buffer.from(text, 'utf8');
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    const failed = files.find(({ path }) => !made.includes(path)) ?? files[0];
    throw cannotWrite(failed?.path ?? '', reasonOf(error));
  }
}

/**
 * Makes a folder with those that it stands in. One by one: Node's own way of making them all never ends where a folder
 * that is there takes none, as in /proc.
 * @param made receives the folders that were not there
 */
function makeFolder(path: string, made: string[]): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above, made);
  mkdirSync(path);
  made.push(path);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  ENOTDIR: 'a part of its path is no folder.',
  ENOENT: 'a folder on the way takes no files, or is a link to nothing.',
  EEXIST: 'something of that name, or of a folder on the way, is there already.',
  ENAMETOOLONG: 'the name is too long.',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
