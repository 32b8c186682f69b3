/** Tracked changes: what a document holds that nobody has accepted or rejected. */
import type { Diagnostic } from '../../model/document.ts';

/** How many changes were met. */
export interface Changes {
  inserted: number;
  deleted: number;
}

/** One note that says what was done about the changes; none where there are none. */
export function changesNote({ inserted, deleted }: Changes): Diagnostic[] {
  if (inserted + deleted === 0) return [];
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const message = `The document has tracked changes: ${count(inserted, 'insertion')} read as part of the text, ${count(deleted, 'deletion')} left out.`;
  const hint = 'Accept or reject the changes in a word processor to read another version.';
  return [{ code: 'PMED-I110', level: 'note', page: null, message, hint }];
}
