/** Which file was probably meant by a path that leads nowhere. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from './suggest.ts';

/** Names of a folder that are looked through. */
const MOST_NAMES = 5000;

/** The file of the same folder with nearly the same name, or with an ending of packs behind it; null where there is none. */
export async function nearFile(path: string): Promise<string | null> {
  const folder = dirname(path);
  let names: string[] = [];
  try {
    names = readdirSync(folder).slice(0, MOST_NAMES);
  } catch {}
  const ended = ['.yaml', '.yml'].map((ending) => basename(path) + ending).find((its) => names.includes(its));
  const near = ended ?? (await nearest(basename(path), names));
  return near === null || folder === '.' ? near : join(folder, near);
}
