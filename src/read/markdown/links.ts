/** Where links and images of Markdown end, and the labels that they may go by. */
import { isSpace } from './characters.ts';

/** Labels of link definitions, as `normalLabel` writes them. */
export type References = ReadonlySet<string>;

/** Longer ones are text. */
const LONGEST = 1500;
const LONGEST_LABEL = 300;

/**
 * The offset after what makes the text before a `]` a link: `(destination "title")`, `[label]` or `[]`, or nothing where the
 * text itself is a label; -1 where it is no link.
 * @param words offset of the first character after the `[`
 * @param close offset of the `]`
 * @param last where the block ends
 */
export function afterLink(text: string, words: number, close: number, last: number, references: References): number {
  const next = text.charAt(close + 1);
  const own = (): string => text.slice(words, close);
  let end = -1;
  if (next === '(') end = afterDestination(text, close + 1, last);
  else if (next === '[') end = afterLabel(text, close + 1, own, references);
  return end < 0 && isDefined(own(), references) ? close + 1 : end;
}

/** A link label as labels are compared: in lower case, white space as one space. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The offset after `(destination "title")`, or -1. */
function afterDestination(text: string, open: number, blockEnd: number): number {
  const last = Math.min(blockEnd, open + LONGEST);
  let depth = 0;
  let quote = '';
  for (let i = open; i < last; i++) {
    const character = text.charAt(i);
    if (character === '\\') i++;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && isSpace(text.charCodeAt(i - 1))) quote = character;
    else if (character === '(') {
      // Destinations nest brackets seldom and never deep.
      if (++depth > 8) return -1;
    } else if (character === ')') {
      if (--depth === 0) return i + 1;
    }
  }
  return -1;
}

/** The offset after `[label]` where the label, or for `[]` the text before it, is defined; or -1. */
function afterLabel(text: string, open: number, own: () => string, references: References): number {
  const end = text.indexOf(']', open);
  if (end < 0 || end > open + LONGEST_LABEL) return -1;
  const label = text.slice(open + 1, end);
  return isDefined(label.trim() === '' ? own() : label, references) ? end + 1 : -1;
}

function isDefined(label: string, references: References): boolean {
  if (references.size === 0 || label.length > LONGEST_LABEL) return false;
  return references.has(normalLabel(label));
}
