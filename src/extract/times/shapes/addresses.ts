/** Web addresses and paths, whose figures are no dates. */

import type { Token } from '../../../model/annotated.ts';
import type { Shape } from './shape.ts';

/** Web addresses and paths: words that run on without a space, with slashes and hyphens between them. */
export function addresses(tokens: readonly Token[], shapes: Shape[]): void {
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && !tokens[to]?.spaced) to++;
    if (to - from >= 5 && isAddress(tokens, from, to)) shapes.push({ kind: 'address', from, to, number: 0 });
    from = to;
  }
}

function isAddress(tokens: readonly Token[], from: number, to: number): boolean {
  let slashes = 0;
  let hyphens = 0;
  let words = 0;
  for (let i = from; i < to; i++) {
    const { text, lower } = tokens[i] ?? { text: '', lower: '' };
    if (lower === 'http' || lower === 'https' || lower === 'www') return true;
    if (text === '/') slashes++;
    else if (text === '-') hyphens++;
    else if (lower.length > 2 && !/^\d/.test(lower)) words++;
  }
  return words > 1 && slashes > 0 && (hyphens > 1 || slashes > 2);
}
