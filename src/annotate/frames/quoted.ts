/** Finds what stands between quotation marks, and who speaks it. */
import type { Chain, Frame, Token, TokenRange } from '../../model/annotated.ts';
import { holderOf } from './reported.ts';

/** Token ranges between quotation marks; what is opened and never closed runs to the end. */
export function quotedRanges(tokens: readonly Token[]): TokenRange[] {
  const ranges: TokenRange[] = [];
  let open = -1;
  for (let k = 0; k < tokens.length; k++) {
    if (tokens[k]?.text !== '"') continue;
    if (open < 0) open = k;
    else {
      ranges.push([open + 1, k]);
      open = -1;
    }
  }
  if (open >= 0) ranges.push([open + 1, tokens.length]);
  return ranges;
}

/** Farthest from its quotation marks that a verb of saying stands, in words. */
const NEAR_QUOTE = 8;

/**
 * Who speaks the quoted words: the subject of the chain right before the quotation marks, or right after them.
 * @param first position of the first chain between the marks
 */
export function quotedFrame(
  tokens: readonly Token[],
  [from, to]: TokenRange,
  chains: readonly Chain[],
  first: number,
): Frame {
  let after = first;
  while (after < chains.length && (chains[after]?.from ?? 0) < to) after++;
  const [before, behind] = [chains[first - 1], chains[after]];
  const speaking =
    before && before.form === 'finite' && from - before.main <= NEAR_QUOTE
      ? before
      : behind && behind.form === 'finite' && behind.from - to <= NEAR_QUOTE
        ? behind
        : null;
  return { kind: 'quoted', by: speaking?.main ?? -1, holder: speaking ? holderOf(tokens, speaking) : null };
}
