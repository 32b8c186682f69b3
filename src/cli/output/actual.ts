/** Where a file that the user typed really is. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The absolute path of a file. A link is followed, so that it stays and its target is replaced; of a file that is not
 * there yet the folder is followed.
 */
export function actual(typed: string): string {
  const path = resolve(typed);
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return path;
    }
  }
}
