/** Financial and academic years, quarters and halves by their marks: `2024/25`, `FY24`, `AY2024-25`, `Q3`, `H1`. */

import type { Token } from '../../../model/annotated.ts';
import { dash, glued, isDigits } from './joins.ts';
import type { Shape } from './shape.ts';

/** `2024/25`, `2024-25`, `2024/2025`: a year that begins in one calendar year and ends in the next. */
export function slashedYears(tokens: readonly Token[], i: number): Shape | null {
  const year = Number(tokens[i]?.text);
  const next = tokens[i + 2];
  if (year < 1900 || year > 2199 || !next) return null;
  const sign = tokens[i + 1];
  if (sign?.spaced || next.spaced) return spacedYears(tokens, i, year);
  const slash = glued(tokens[i + 1], '/');
  if (!slash && !dash(tokens[i + 1])) return null;
  if (!isDigits(next.text) || (slash && glued(tokens[i + 3], '/'))) return null;
  const its = Number(next.text);
  const follows =
    next.text.length === 2
      ? its === (year + 1) % 100
      : next.text.length === 4
        ? its === year + 1 && (slash || year >= 1990)
        : slash && its === (year + 1) % 10;
  return follows ? { kind: 'fiscal', from: i, to: i + 3, number: year } : null;
}

/** What may follow a financial year whose dash has spaces around it; before other words its end counts something. */
const AFTER_SPACED = new Set([
  '.',
  ',',
  ';',
  ':',
  ')',
  '|',
  'onwards',
  'onward',
  'and',
  'financial',
  'fiscal',
  'budget',
]);

/** `2024 - 25`, `2024– 25`, as texts have it that were set or copied with spaces. */
function spacedYears(tokens: readonly Token[], i: number, year: number): Shape | null {
  const next = tokens[i + 2];
  const after = tokens[i + 3];
  if (!next || !'-–'.includes(tokens[i + 1]?.text ?? ' ') || (after && !AFTER_SPACED.has(after.lower))) return null;
  const follows = /^\d\d$/.test(next.text) && Number(next.text) === (year + 1) % 100;
  return follows ? { kind: 'fiscal', from: i, to: i + 3, number: year } : null;
}

/** `FY 24`, `FY 24/25`: the mark and the years as words of their own. */
function parted(tokens: readonly Token[], i: number): Shape | null {
  const short = tokens[i + 1]?.text ?? '';
  if (!/^\d{2}$/.test(short)) return null;
  const year = Number(short) + 2000;
  const next = tokens[i + 3];
  const isJoined = (glued(tokens[i + 2], '/') || dash(tokens[i + 2])) && next !== undefined && !next.spaced;
  if (!isJoined) return { kind: 'fiscal-mark', from: i, to: i + 2, number: year };
  const follows = /^\d{2}$/.test(next.text) && Number(next.text) === (year + 1) % 100;
  return follows ? { kind: 'fiscal', from: i, to: i + 4, number: year } : null;
}

/** `Q3`, `H1`, `FY24`, `FY 24`. */
export function marks(tokens: readonly Token[], i: number, shapes: Shape[]): void {
  const token = tokens[i];
  if (!token) return;
  if (token.lower === 'fy') {
    const shape = parted(tokens, i);
    if (shape) shapes.push(shape);
    return;
  }
  const match = /^(q[1-4]|h[12]|[fa]y(?:\d{2}|\d{4}))$/.exec(token.lower);
  if (!match) return;
  const { lower } = token;
  if (lower.startsWith('q')) shapes.push({ kind: 'quarter-mark', from: i, to: i + 1, number: Number(lower.slice(1)) });
  else if (lower.startsWith('h'))
    shapes.push({ kind: 'half-mark', from: i, to: i + 1, number: Number(lower.slice(1)) });
  else {
    const number = Number(lower.slice(2));
    const year = number < 100 ? number + 2000 : number;
    const next = tokens[i + 2];
    const joined = (glued(tokens[i + 1], '/') || dash(tokens[i + 1])) && next && !next.spaced ? next.text : '';
    const follows = /^(?:\d{2}|\d{4})$/.test(joined) && Number(joined) % 100 === (year + 1) % 100;
    if (lower.startsWith('a')) {
      if (follows) shapes.push({ kind: 'academic', from: i, to: i + 3, number: year });
    } else if (follows) shapes.push({ kind: 'fiscal', from: i, to: i + 3, number: year });
    else shapes.push({ kind: 'fiscal-mark', from: i, to: i + 1, number: year });
  }
}
