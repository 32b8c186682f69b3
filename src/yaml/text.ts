/** The bytes of a YAML file → its text, refused where it is none. */
import { faultsError, type Place } from './fault.ts';

/** Largest file that is read unless more is allowed, in bytes or characters. */
const MAX_SIZE = 1_000_000;

/**
 * @param source bytes or text; a byte order mark is dropped
 * @param file as the user typed it
 * @param most bytes or characters
 * @throws {PmedError} PMED-C301 for more than that, bytes that are not UTF-8, and NUL characters
 */
export function textOf(source: string | Uint8Array, file: string, most = MAX_SIZE): string {
  const size = `the file is larger than ${most / 1_000_000} MB. Cut it into several files.`;
  if (source.length > most) throw refusal(file, { line: 1, column: 1 }, size);
  const text = typeof source === 'string' ? source : decoded(source, file);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw refusal(file, placeAt(text, nul), 'a NUL character stands here, so this is no text file.');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes);
    const broken = Math.max(0, before.indexOf('\uFFFD'));
    const what = 'the bytes here are not UTF-8. Save the file as UTF-8 text.';
    throw refusal(file, placeAt(before, broken), what);
  }
}

const refusal = (file: string, place: Place, message: string) =>
  faultsError(file, [{ ...place, code: 'PMED-C301', message }]);

/** Line and column of a character of a text. */
function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
