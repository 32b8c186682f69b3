/** Words of documents as they stand in annotations: on one line, harmless, and not without end. */
import { harmless } from '../harmless.ts';
import { shortened } from '../shorten.ts';

/** Longest quote within a message, in characters; the whole stands where a format has a field for it. */
const LONGEST_QUOTE = 600;

/**
 * Text on one line: control and bidirectional characters, halves of surrogate pairs and what is no character made
 * visible or U+FFFD, each run of white space one space.
 */
export function oneLine(text: string): string {
  return harmless(text)
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `"We will publish a plan."`, shortened where it is very long. */
export const quoted = (text: string): string => `"${shortened(oneLine(text), LONGEST_QUOTE)}"`;

/** With a capital at its beginning and a full stop at its end, unless it ends in a mark of its own. */
export function sentence(text: string): string {
  const line = capital(oneLine(text));
  return /[.!?]"?$/.test(line) ? line : `${line}.`;
}

/** With a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
