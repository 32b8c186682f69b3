/** What the project file says of single documents: which are left out of folders, and when each was published. */
import { relative, resolve, sep } from 'node:path';
import { isOfPattern } from '../../corpus/path-pattern.ts';
import type { ReadOptions } from '../../read/read.ts';
import type { Call } from '../command.ts';
import { docDate } from '../flags.ts';
import { dates, exclude } from './unflagged.ts';

/** Whether a file that a folder or pattern named, by its path as typed, is left out. */
export function isExcluded(call: Pick<Call, 'get' | 'settings'>): (path: string) => boolean {
  const patterns = call.get(exclude);
  if (patterns.length === 0) return () => false;
  return (path) => {
    const its = fromProject(path, call);
    return patterns.some((pattern) => isOfPattern(its, pattern));
  };
}

/**
 * The date of a document that the project file gives, as reading takes it: that of the last pattern which fits its path,
 * else that of all documents. Empty where it gives none, or the command line does.
 * @param path as typed; `-` for stdin
 */
export function statedDate(
  path: string,
  call: Pick<Call, 'get' | 'settings'>,
): Pick<ReadOptions, 'docDate' | 'dateSource'> {
  const { originOf, raw } = call.settings;
  const its = path === '-' ? null : fromProject(path, call);
  const own = its === null ? null : call.get(dates).findLast(({ pattern }) => isOfPattern(its, pattern));
  if (own) return { docDate: own.date, dateSource: 'config' };
  const all = originOf(docDate.long)?.kind === 'project' ? raw.get(docDate.long)?.at(-1) : undefined;
  return all === undefined ? {} : { docDate: all, dateSource: 'config' };
}

/** A path as the patterns of the project file have it: with slashes, from its folder on. */
const fromProject = (path: string, { settings }: Pick<Call, 'settings'>): string =>
  relative(settings.folder, resolve(path)).split(sep).join('/');
