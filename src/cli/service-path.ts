/** Paths of documents as services for continuous integration are told them. */
import { basename, isAbsolute, relative, sep } from 'node:path';
import { tidyPath } from '../render/ci/paths.ts';

/**
 * As typed, with forward slashes; a path from the root that leads below the working directory is taken from there, as
 * services know the files of a repository. What stands in a report, or came by stdin, was typed in another run or not at
 * all, and goes by its name.
 * @param typed null where nothing was
 */
export function servicePath(typed: string | null, name: string): string {
  if (typed === null || basename(typed) !== name) return name;
  return slashed(isAbsolute(typed) ? nearer(typed) : typed);
}

/** A path without what says nothing, with forward slashes. */
const slashed = (path: string): string => tidyPath(path.split(sep).join('/'));

/** From the working directory where it is below that, else as it is. */
function nearer(path: string): string {
  const from = relative(process.cwd(), path);
  return from === '' || from.startsWith('..') || isAbsolute(from) ? path : from;
}
