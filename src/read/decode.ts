/** Bytes → text: which encoding they are in, newlines as `\n`, and what had to be guessed. */
import type { Diagnostic } from '../model/document.ts';

/** Text, and what the user should know about how it was got. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mac-roman';
  readonly diagnostics: readonly Diagnostic[];
}

/** The characters that Windows-1252 has at 0x80 to 0x9f; the five that it leaves empty stay control characters. */
const UPPER_HALF = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** The characters that Mac Roman has from 0x80 on. */
const MAC_HALF =
  'ÄÅÇÉÑÖÜáàâäãåçéè' +
  'êëíìîïñóòôöõúùûü' +
  '†°¢£§•¶ß®©™´¨≠ÆØ' +
  '∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ' +
  '–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
  '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ' +
  '\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
/** An apostrophe of Mac Roman inside a word; Windows-1252 has a capital letter there that no word has. */
const MAC_APOSTROPHE = /[a-z]\u00d5[a-z]/;
/** Quotation marks of Windows-1252. */
const WINDOWS_QUOTES = /[\u0091-\u0094]/;
/** Bytes looked at to tell UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/**
 * Decodes the bytes of a text file: a byte order mark decides; else every second byte being zero means UTF-16; else
 * valid UTF-8; else Mac Roman where its apostrophes stand in words, else Windows-1252, each with a note; else UTF-8 with
 * what is broken replaced, with a warning.
 * @param file the file
 * @param most how many of its bytes are decoded; a character that is divided there is left out
 */
export function decode(file: Uint8Array, most = Number.POSITIVE_INFINITY): Decoded {
  const bytes = file.length > most ? file.subarray(0, most) : file;
  const stream = bytes.length < file.length;
  const wide = utf16Order(bytes);
  if (wide !== null) {
    const text = new TextDecoder(wide === 'utf-16be' ? 'utf-16be' : 'utf-16le').decode(bytes, { stream });
    return finish(text, wide, brokenNote(text));
  }
  try {
    return finish(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream }), 'utf-8', []);
  } catch {
    if (isMostlyUtf8(bytes)) {
      const text = new TextDecoder('utf-8').decode(bytes, { stream });
      return finish(text, 'utf-8', brokenNote(text));
    }
    const raw = latin1(bytes);
    if (MAC_APOSTROPHE.test(raw) && !WINDOWS_QUOTES.test(raw)) {
      const text = raw.replace(/[\u0080-\u00ff]/g, (character) => MAC_HALF.charAt(character.charCodeAt(0) - 0x80));
      return finish(text, 'mac-roman', [
        note('note', 'The file is not in UTF-8; it was read as Mac Roman.', 'If letters look wrong, save it as UTF-8.'),
      ]);
    }
    return finish(windows1252(bytes), 'windows-1252', [
      note(
        'note',
        'The file is not in UTF-8; it was read as Windows-1252.',
        'If letters look wrong, save it as UTF-8.',
      ),
    ]);
  }
}

/** Windows-1252. Written out, because versions of Node differ in what they make of its bytes 0x80 to 0x9f. */
export function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/g, (character) => {
    return UPPER_HALF.charAt(character.charCodeAt(0) - 0x80);
  });
}

/** Bytes as characters of the same numbers. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return parts.join('');
}

/** Text with newlines as `\n`. */
export function normalNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function finish(text: string, encoding: Decoded['encoding'], diagnostics: readonly Diagnostic[]): Decoded {
  const nul = text.includes('\0')
    ? [note('warning', 'The text holds NUL characters; they were passed over.', 'Save the file as plain UTF-8 text.')]
    : [];
  return { text: normalNewlines(text), encoding, diagnostics: [...diagnostics, ...nul] };
}

function note(level: Diagnostic['level'], message: string, hint: string): Diagnostic {
  return { code: 'PMED-I106', level, page: null, message, hint };
}

/** A warning where characters could not be decoded. */
function brokenNote(text: string): readonly Diagnostic[] {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  if (count === 0) return [];
  const message = `${count === 1 ? 'One character' : `${count} characters`} could not be decoded and read as "\ufffd".`;
  return [note('warning', message, 'Save the file as UTF-8 and try again.')];
}

/** UTF-16 by its byte order mark, or by zero bytes in every second place, as Latin letters have them; else null. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** Whether most bytes beyond ASCII are parts of valid UTF-8: a UTF-8 file with damage, not one in another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let follows = 1;
    while (follows < length && ((bytes[i + follows] ?? 0) & 0xc0) === 0x80) follows++;
    if (length > 0 && follows === length) {
      valid++;
      i += length - 1;
    } else invalid++;
  }
  return valid > invalid;
}
