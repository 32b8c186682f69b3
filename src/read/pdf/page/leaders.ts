/** Leaders: the dots or rules that lead from an entry of a table of contents to its page number. */

/** Whether a text ends in a leader: four dots or more, spaced or not, or as much in ellipses or underscores. */
export function endsInLeader(text: string): boolean {
  let dots = 0;
  for (let k = text.length - 1; k >= 0 && dots < 4; k--) {
    const character = text.charAt(k);
    if (character === '.' || character === '_') dots++;
    else if (character === '…') dots += 2;
    else if (character !== ' ') return false;
  }
  return dots >= 4;
}

/**
 * The page number at the end of an entry, in figures or small Roman numerals, and the text before it; null where the
 * text does not end in a number of its own. Of several numbers, as an index has them, the first.
 */
export function pageNumberAt(text: string): { number: string; before: string } | null {
  // Numbers by chapter, such as 3-12, are page numbers only after a leader.
  const own = /(?:\d{1,2}|[A-Z])[-–]\d{1,3}$/.exec(text.slice(-7))?.[0];
  if (own !== undefined && endsInLeader(text.slice(0, -own.length)))
    return { number: own, before: text.slice(0, -own.length) };
  let found: { number: string; before: string } | null = null;
  let rest = text;
  for (let numbers = 0; numbers < mostNumbers; numbers++) {
    const own = lastNumber(rest);
    if (own === null) break;
    found = own;
    if (!own.before.endsWith(', ')) break;
    rest = own.before.slice(0, -2);
  }
  return found;
}

/** No entry of an index names more pages. */
const mostNumbers = 40;

function lastNumber(text: string): { number: string; before: string } | null {
  let from = text.length;
  while (from > 0 && text.length - from < 8 && /[\divxlIVXL]/.test(text.charAt(from - 1))) from--;
  const number = text.slice(from);
  if (!/^(?:\d{1,4}|[ivxl]{1,7}|[IVXL]{1,7})$/.test(number)) return null;
  const before = text.slice(0, from).replace(/(?<=[ .…])(?:pp?\.?|page) ?$/i, '');
  return before === '' || / $|[._]{2}$|…$/.test(before) ? { number, before } : null;
}
