/** Numbers that are no dates though they look like some: regulations, standards, telephone numbers. */

import type { Token } from '../../../model/annotated.ts';
import { dash, isDigits } from './joins.ts';
import type { Shape } from './shape.ts';

/** `2016/679`, `9001:2015`, `04@0007@2003`, `0300 123 1995`: numbers joined to numbers that are neither dates nor financial years. */
export function referenceNumber(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const before = tokens[i - 1];
  if (before && !tokens[i]?.spaced && (before.text === '/' || before.text === ':' || before.text === '@')) return;
  let to = i + 1;
  while (to + 1 < tokens.length && to < i + 8) {
    const sign = tokens[to];
    const next = tokens[to + 1];
    if (!sign || !next || sign.spaced || next.spaced || !isDigits(next.text)) break;
    if (!(sign.text === '/' || sign.text === '@' || (sign.text === ':' && next.text.length > 2))) break;
    to += 2;
  }
  if (to > i + 1) {
    shapes.push({ kind: 'reference-number', from: i, to, number: 0 });
    return;
  }
  // A telephone number: groups of digits, the first of which begins with a zero.
  if (!tokens[i]?.text.startsWith('0') || (tokens[i]?.text.length ?? 0) < 3) return;
  while (to < tokens.length && to < i + 6 && /^\d{2,}$/.test(tokens[to]?.text ?? '')) to++;
  if (to > i + 1) shapes.push({ kind: 'reference-number', from: i, to, number: 0 });
}

/** `BL-1600`, `R2D-2040`: a number that a hyphen joins to capitals or to a word with figures in it. */
export function code(tokens: readonly Token[], i: number): Shape | null {
  const before = tokens[i - 2];
  if (!before || tokens[i]?.spaced || !dash(tokens[i - 1])) return null;
  const isLettered =
    /^[A-Z]{1,5}$/.test(before.text) || (/^[A-Za-z][A-Za-z\d]*$/.test(before.text) && /\d/.test(before.text));
  return isLettered ? { kind: 'code', from: i - 2, to: i + 1, number: 0 } : null;
}
