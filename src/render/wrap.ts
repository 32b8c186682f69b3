/** Breaks text into lines of a width, never losing a character but the spaces at the breaks. */
import { characters, displayWidth, withoutLinks } from './width.ts';

/** What belongs to the next word: the `p.` of a page, the `l.` of a line. */
const opens = /(?:^|[^\p{L}\p{N}])[pl]\.$/u;
/** What belongs to the word before: a percent sign, the count of a place such as `(x3)`. */
const closes = /^(?:%|\(x\d)/;
/** A number, which belongs to what it counts; years count nothing. */
const number = /^[("]?(?:\d{1,3}|\d{1,3}(?:[.,]\d{1,3})+)$/;
const letter = /^\p{L}/u;

const belongs = (word: string, last: string): boolean =>
  closes.test(word) || (last.endsWith('.') && opens.test(last)) || (number.test(last) && letter.test(word));

/** The words of a line as lists of those that stay together: `p. 14`, `24 %`, `18 weeks`. */
function together(line: string): string[][] {
  const groups: string[][] = [];
  for (const word of line.split(' ')) {
    const group = groups.at(-1);
    if (word === '') continue;
    if (group !== undefined && belongs(word, group.at(-1) ?? '')) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** The words of a line; `p. 14` is one where there is room for it. */
const wordsOf = (line: string, room: number): string[] =>
  together(line).flatMap((group) => {
    const joined = group.join(' ');
    return group.length > 1 && displayWidth(joined) > room ? group.map(withoutLinks) : [joined];
  });

/**
 * Lines of at most `width` columns, broken at spaces; a word wider than a line is broken after a slash or hyphen, or
 * where it must be, and loses its link. Each `\n` of the text ends a line too. An empty text gives one empty line.
 */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const word of wordsOf(paragraph, room)) {
      const needs = displayWidth(word);
      if (used > 0 && used + 1 + needs <= room) {
        line += ` ${word}`;
        used += 1 + needs;
        continue;
      }
      if (used > 0) lines.push(line);
      if (needs <= room) {
        line = word;
        used = needs;
        continue;
      }
      const parts = breakWord(withoutLinks(word), room);
      line = parts.pop() ?? '';
      used = displayWidth(line);
      for (const each of parts) lines.push(each);
    }
    lines.push(line);
  }
  return lines;
}

/** The same with lines of about one length, as headings look best: no more lines than it takes. */
export function balanced(text: string, width: number): string[] {
  const lines = wrap(text, width);
  let [least, most] = [1, width];
  if (lines.length === 1 || text.includes('\n')) return lines;
  while (least < most) {
    const middle = (least + most) >> 1;
    if (wrap(text, middle).length > lines.length) least = middle + 1;
    else most = middle;
  }
  return wrap(text, most);
}

/** Wraps and indents: the first line with `first`, the others with `rest`, which count into the width. */
export function hang(text: string, width: number, first: string, rest: string): string[] {
  const indent = Math.max(displayWidth(first), displayWidth(rest));
  return wrap(text, width - indent).map((line, index) => (index === 0 ? first : rest) + line);
}

/**
 * Items with a separator between them, on as few lines as they fit; each stays on one line where it can.
 * @param separator its spaces at the end are dropped where a line ends
 */
export function listed(items: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  const ending = separator.startsWith(' ') ? '' : separator.trimEnd();
  let line = '';
  for (const [index, item] of items.entries()) {
    const after = index < items.length - 1 ? ending : '';
    if (line !== '' && displayWidth(line + separator + item + after) > width) {
      lines.push(line + ending);
      line = item;
    } else {
      line = line === '' ? item : line + separator + item;
    }
  }
  return [...lines, line].flatMap((each) => (displayWidth(each) <= width ? each : wrap(each, width)));
}

/** A word in pieces of at most `room` columns; a single character wider than that stays whole. */
function breakWord(word: string, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  let kind = 0;
  for (const segment of characters(word)) {
    const needs = displayWidth(segment);
    if (used > 0 && used + needs > room) {
      const cut = kind > part.length / 2 ? kind : part.length;
      parts.push(part.slice(0, cut));
      part = part.slice(cut);
      used = displayWidth(part);
      kind = 0;
    }
    part += segment;
    used += needs;
    if (segment === '/' || segment === '-') kind = part.length;
  }
  parts.push(part);
  return parts;
}
