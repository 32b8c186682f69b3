/** The bytes of a web page → its text, by byte order mark, by what is valid, and by what the page says of itself. */
import type { Decoded } from '../decode.ts';
import { decode, normalNewlines, windows1252 } from '../decode.ts';

/** Bytes at the beginning in which a page names its encoding. */
const HEAD = 4096;
const DECLARED = /<meta[^>]{0,300}\bcharset\s*=\s*(?:["']\s*)?([A-Za-z0-9_:.-]{2,40})/i;
const XML_DECLARED = /^<\?xml[^>]{0,200}\bencoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})/i;
/** Names that browsers take for Windows-1252. */
const WESTERN = /^(?:windows-?1252|cp1252|x-cp1252|iso-?8859-?1|latin-?1|l1|(?:us-)?ascii)$/;

/**
 * Decodes a web page. Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever the page says; the name of an encoding
 * that is not known counts for nothing.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  const label = declared(bytes);
  const guessed = decode(bytes);
  if (label === null || guessed.encoding.startsWith('utf-16') || isUtf8(bytes)) return guessed;
  if (WESTERN.test(label))
    return { text: normalNewlines(windows1252(bytes)), encoding: 'windows-1252', diagnostics: [] };
  if (/^utf-?(?:8|16)/.test(label)) return guessed;
  try {
    return { ...guessed, text: normalNewlines(new TextDecoder(label).decode(bytes)), diagnostics: [] };
  } catch {
    return guessed;
  }
}

function declared(bytes: Uint8Array): string | null {
  const head = windows1252(bytes.subarray(0, HEAD));
  const name = DECLARED.exec(head)?.[1] ?? XML_DECLARED.exec(head)?.[1];
  return name === undefined ? null : name.toLowerCase();
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
