/** Paths of documents as services for continuous integration are told them. */
import { basename, sep } from 'node:path';
import { tidyPath } from '../render/ci/paths.ts';

/**
 * As typed, with forward slashes. What stands in a report, or came by stdin, was typed in another run or not at all, and
 * goes by its name.
 * @param typed null where nothing was
 */
export function servicePath(typed: string | null, name: string): string {
  return typed !== null && basename(typed) === name ? tidyPath(typed.split(sep).join('/')) : name;
}
