/** A dictionary of a PDF as written: its keys with the source of their values. Syntax: ISO 32000-1, 7.2 and 7.3. */

/** A dictionary; values are the characters of the file, one for a byte. */
export interface Dictionary {
  readonly entries: ReadonlyMap<string, string>;
  /** Where the file goes on, or where the dictionary broke off. */
  readonly end: number;
  /** Whether it was read to its end. */
  readonly isWhole: boolean;
}

/** Longer values are streams of data in disguise. */
const longestValue = 400_000;

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13) || byte === 0;
/** `( ) < > [ ] { } / %`. */
const isDelimiter = (byte: number): boolean =>
  byte === 40 || byte === 41 || byte === 60 || byte === 62 || byte === 91 || byte === 93 || byte === 47 || byte === 37;

/**
 * Reads the dictionary that stands at `at`, after space if any.
 * @param most bytes to look at
 * @returns null where there is none
 */
export function readDictionary(bytes: Uint8Array, from: number, most: number): Dictionary | null {
  const limit = Math.min(bytes.length, from + most);
  let at = skipSpace(bytes, from, limit);
  if (bytes[at] !== 60 || bytes[at + 1] !== 60) return null;
  at += 2;
  const entries = new Map<string, string>();
  for (;;) {
    at = skipSpace(bytes, at, limit);
    if (bytes[at] === 62 && bytes[at + 1] === 62) return { entries, end: at + 2, isWhole: true };
    if (bytes[at] !== 47) return { entries, end: at, isWhole: false };
    const nameEnd = endOfWord(bytes, at + 1, limit);
    const valueEnd = endOfValue(bytes, nameEnd, limit);
    if (valueEnd < 0) return { entries, end: limit, isWhole: false };
    if (valueEnd - nameEnd < longestValue)
      entries.set(characters(bytes, at + 1, nameEnd), characters(bytes, nameEnd, valueEnd).trim());
    at = valueEnd;
  }
}

/** Bytes as characters of the same numbers. */
export function characters(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 4096) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096)));
  return text;
}

/** Where the value ends that begins at `at`: before the next key or the end of the dictionary; -1 where it does not end. */
function endOfValue(bytes: Uint8Array, from: number, limit: number): number {
  let depth = 0;
  let isEmpty = true;
  for (let at = skipSpace(bytes, from, limit); at < limit; at = skipSpace(bytes, at, limit)) {
    const byte = bytes[at] ?? 0;
    const isDouble = bytes[at + 1] === byte;
    if (depth === 0 && !isEmpty && byte === 47) return at;
    if (byte === 62 && isDouble) {
      if (depth === 0) return isEmpty ? -1 : at;
      depth--;
      at += 2;
    } else if (byte === 60 && isDouble) {
      depth++;
      at += 2;
    } else if (byte === 40) at = endOfText(bytes, at + 1, limit);
    else if (byte === 60) at = bytes.indexOf(62, at) + 1 || limit;
    else if (byte === 91) {
      depth++;
      at++;
    } else if (byte === 93) {
      if (depth-- === 0) return -1;
      at++;
    } else at = endOfWord(bytes, at + 1, limit);
    isEmpty = false;
  }
  return -1;
}

/** After a text in parentheses, whose own may be nested or escaped. */
function endOfText(bytes: Uint8Array, from: number, limit: number): number {
  let depth = 1;
  for (let at = from; at < limit; at++) {
    const byte = bytes[at];
    if (byte === 92) at++;
    else if (byte === 40) depth++;
    else if (byte === 41 && --depth === 0) return at + 1;
  }
  return limit;
}

function endOfWord(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  for (; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (isSpace(byte) || isDelimiter(byte)) break;
  }
  return at;
}

/** After white space and comments. */
function skipSpace(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  for (; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 37) while (at < limit && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (!isSpace(byte)) break;
  }
  return at;
}
