/** Lists of names, addresses and the like: lines that each begin with a capital, end no sentence and stop short. */
import { endsEarly, endsSentence } from './leading.ts';
import type { Line } from './lines.ts';

/** A list has this many lines, */
const fewest = 5;
/** of which such a share stops short, and of which no more than such a share looks like a line of a sentence. */
const stopShort = 0.6;
const others = 0.2;
/** Lines follow each other at no more than this many em, and begin no more than this many em apart. */
const pitch = 2;
const edge = 0.3;

const startsEntry = /^[\p{Lu}\p{N}“"]/u;
const goesOn = /(?:[,–—&-]|\b(?:and|or|of|the|to|in|for|a|an|with|by|on|at|from|that|which|as|is|are|be|will))$/i;

/** In lists of names and what they belong to, this share of the lines has a comma between the two. */
const withComma = 0.5;

/**
 * Which lines, from the top down, begin an entry of such a list below another: there the longest line, which would be
 * full in a paragraph, ends its entry as well. A last word, or words without the comma that entries have, begin none.
 */
export function findListed(lines: readonly Line[], right: number): boolean[] {
  const out = lines.map(() => false);
  let from = 0;
  for (let k = 1; k <= lines.length; k++) {
    const [before, line] = [lines[k - 1], lines[k]];
    if (before !== undefined && line !== undefined && follows(before, line)) continue;
    const own = lines.slice(from, k);
    if (own.length >= fewest && areEntries(own, right)) {
      const sign = own.filter(({ text }) => text.includes(',')).length >= withComma * own.length ? ',' : ' ';
      own.forEach(({ text }, at) => {
        out[from + at] = at > 0 && startsEntry.test(text) && text.includes(sign);
      });
    }
    from = k;
  }
  return out;
}

function follows(before: Line, line: Line): boolean {
  const em = before.size;
  return (
    Math.abs(line.size - em) <= 0.05 * em &&
    Math.abs(line.x0 - before.x0) <= edge * em &&
    before.y - line.y <= pitch * em
  );
}

function areEntries(lines: readonly Line[], right: number): boolean {
  const running = lines.filter(
    ({ text }) => !startsEntry.test(text) || endsSentence.test(text) || goesOn.test(text),
  ).length;
  if (running > others * lines.length) return false;
  const short = lines.slice(1).filter((line, k) => {
    const before = lines[k];
    return before !== undefined && endsEarly(before, line, right);
  }).length;
  return short >= stopShort * (lines.length - 1);
}
