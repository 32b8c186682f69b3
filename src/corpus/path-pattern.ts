/** Whether a path is of a pattern such as those of files that are left out. */
import { matches } from './walk.ts';

/**
 * A pattern without a slash fits a file or folder of that name at any depth; one with a slash fits from the beginning of
 * the path on, `**` standing for any number of folders. What lies in a folder that fits, fits.
 * @param path with slashes, relative to the folder from which patterns count; of what lies elsewhere it begins with `..`
 */
export function isOfPattern(path: string, pattern: string): boolean {
  const names = path.split('/');
  const parts = pattern.replace(/^\.\//, '').replace(/\/$/, '').split('/');
  const [only = ''] = parts;
  if (parts.length === 1 && only !== '**') return names.some((name) => name !== '..' && matches(name, only));
  let reached = atRest(new Set([0]), parts);
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const part = parts[at];
      if (part === '**') next.add(at);
      else if (part !== undefined && matches(name, part)) next.add(at + 1);
    }
    reached = atRest(next, parts);
    if (reached.has(parts.length)) return true;
  }
  return false;
}

/** The parts that may come next, also where `**` stands for no folder at all. */
function atRest(reached: Set<number>, parts: readonly string[]): Set<number> {
  for (const at of reached) if (parts[at] === '**') reached.add(at + 1);
  return reached;
}
