/** How lines begin and end: whether a sentence or a clause is over, whether it goes on in lower case. */

const ABBREVIATION =
  /(?:^|[\s(])(?:No|Nos|Dr|Mr|Mrs|Ms|Prof|St|Art|Sec|Fig|Vol|vol|pp?|para|cf|vs|e\.g|i\.e|approx|incl|[A-Z])\.$/;

/** Whether a line ends as sentences end; `No.` and other abbreviations do not end one. */
export function endsSentence(text: string, end: number): boolean {
  let last = end - 1;
  while (last > end - 4 && '"\'”’)]»*_'.includes(text.charAt(last))) last--;
  const code = text.charCodeAt(last);
  if (code === 0x2e) return !ABBREVIATION.test(text.slice(Math.max(0, last - 8), last + 1));
  return code === 0x21 || code === 0x3f || code === 0x2026 || code === 0x3002;
}

/** Whether a line ends with a colon or semicolon. */
export function endsClause(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  return code === 0x3a || code === 0x3b;
}

/**
 * Whether a line begins with a small letter, perhaps after an opening bracket or quotation mark, or with a mark that ends
 * what stands before it.
 */
export function startsLower(text: string, start: number): boolean {
  if (',;)'.includes(text.charAt(start)) && /\s/.test(text.charAt(start + 1))) return true;
  if ('("“‘\''.includes(text.charAt(start))) start++;
  const code = text.charCodeAt(start);
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return /^\p{Ll}/u.test(text.charAt(start));
}
