/** The tense of the words around a time expression: whether "in March" lies ahead or behind. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Item } from './parse.ts';
import type { Direction } from './term.ts';

const FUTURE = new Set("will shall 'll wo would may might can could should must ca".split(' '));
/** Words that look ahead although they stand in the present or past. */
const AHEAD = new Set(
  'due expected planned scheduled plan plans planning aim aims intend intends set proposed upcoming forthcoming target deadline by until from next begin begins start starts take takes'.split(
    ' ',
  ),
);
const WAS = new Set(['was', 'were', 'had', 'did']);

/** `future`, `past`, or `past` for want of a verb in running text: reports tell of what was more than of what will be. */
export function directionOf(tokens: readonly Token[], item: Pick<Item, 'from' | 'to' | 'cue'>): Direction {
  const clause = tokens[item.from]?.clause ?? 0;
  let future = 0;
  let past = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.clause !== clause) continue;
    if (i >= item.from && i < item.to) continue;
    if (FUTURE.has(token.lower)) future += 2;
    else if (WAS.has(token.lower)) past += 2;
    else if (has(token.tags, Tag.have) || has(token.tags, Tag.past)) past += 1;
    if (token.lower === 'to' && has(tokens[i + 1]?.tags ?? 0, Tag.base) && has(tokens[i - 1]?.tags ?? 0, Tag.be))
      future += 2;
    if (AHEAD.has(token.lower)) future += 1;
  }
  return future > past ? 'future' : past > 0 ? 'past' : future > 0 ? 'future' : 'past';
}
