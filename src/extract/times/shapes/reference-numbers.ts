/** Numbers that are no dates though they look like some: regulations, standards, telephone numbers. */

import type { Token } from '../../../model/annotated.ts';
import { isDigits } from './joins.ts';
import type { Shape } from './shape.ts';

/** `2016/679`, `9001:2015`, `0300 123 1995`: numbers joined to numbers that are neither dates nor financial years. */
export function referenceNumber(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const before = tokens[i - 1];
  if (before && !tokens[i]?.spaced && (before.text === '/' || before.text === ':')) return;
  let to = i + 1;
  while (to + 1 < tokens.length && to < i + 8) {
    const sign = tokens[to];
    const next = tokens[to + 1];
    if (!sign || !next || sign.spaced || next.spaced || !isDigits(next.text)) break;
    if (!(sign.text === '/' || (sign.text === ':' && next.text.length > 2))) break;
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
