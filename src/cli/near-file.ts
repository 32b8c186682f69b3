/** Which file was probably meant by a path that leads nowhere. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from './suggest.ts';

/** Names of a folder that are looked through. */
const MOST_NAMES = 5000;

/** What stands in the folder of a path, each as a path that is typed like it; nothing where there is no such folder. */
export function siblings(path: string): readonly string[] {
  const before = path.slice(0, path.length - basename(path).length);
  try {
    return readdirSync(dirname(path))
      .slice(0, MOST_NAMES)
      .map((name) => before + name);
  } catch {
    return [];
  }
}

/** The file of the same folder with nearly the same name, or with an ending of packs behind it; null where there is none. */
export async function nearFile(path: string): Promise<string | null> {
  const folder = dirname(path);
  const names = siblings(path).map((its) => basename(its));
  const ended = ['.yaml', '.yml'].map((ending) => basename(path) + ending).find((its) => names.includes(its));
  const near = ended ?? (await nearest(basename(path), names));
  return near === null || folder === '.' ? near : join(folder, near);
}
