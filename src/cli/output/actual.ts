/** Where a file that the user typed really is. */
import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Links after which a chain is taken for a ring, as on Linux (path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * The absolute path of a file. A link is followed, so that it stays and its target is replaced or, where there is none
 * yet, made.
 */
export function actual(typed: string): string {
  let path = resolve(typed);
  try {
    return realpathSync(path);
  } catch {
    for (let links = 0; links < MOST_LINKS; links++) {
      path = inFolder(path);
      const next = linkedTo(path);
      if (next === null) return path;
      path = next;
    }
    return path;
  }
}

function inFolder(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

function linkedTo(path: string): string | null {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return null;
  }
}
