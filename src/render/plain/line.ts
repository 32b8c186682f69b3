/** Records as lines for screen readers and for searching: the kind first, then the id, fields parted by tabs. */
import { harmless } from '../harmless.ts';

type Field = string | number | null | undefined;

/** One record. What is not known is an empty field, so that a field has the same number in all records of a kind. */
export function plainLine(kind: string, id: string, fields: readonly Field[]): string {
  return `${[kind, id, ...fields].map((field) => harmless(String(field ?? '')).trim()).join('\t')}\n`;
}

/**
 * The lines of a screen that is read as a whole, such as an explanation: each with the kind and id of what it is about,
 * its columns parted by tabs.
 * @param id of what it is about; null where each line begins with its own
 * @param text drawn so wide that nothing is wrapped
 */
export function plainScreen(kind: string, id: string | null, text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) => {
      const fields = line.trim().split(/ {2,}/);
      return id === null ? plainLine(kind, fields[0] ?? '', fields.slice(1)) : plainLine(kind, id, fields);
    })
    .join('');
}

/** Columns that hold any line of a screen. */
export const UNWRAPPED = 1_000_000;
