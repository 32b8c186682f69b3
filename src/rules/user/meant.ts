/** Suggests what a name that is not known was meant to be. */
import { nearest } from '../../words/nearest.ts';

/** More names than these are not listed. */
const MOST_LISTED = 40;

/** `Did you mean 'x'?`, or the names that there are where none is near; empty where there are too many. */
export function meant(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  if (near !== null) return `Did you mean '${near}'?`;
  const names = [...new Set(known)];
  return names.length === 0 || names.length > MOST_LISTED ? '' : `There are: ${names.join(', ')}.`;
}
