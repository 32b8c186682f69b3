/** Whether what a clause says is somebody else's: "the mayor said that …", "the strategy restates the council's pledge". */
import { chainAt, chainsOf, type Place } from '../../annotate/chains.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Token, TokenRange } from '../../model/annotated.ts';
import type { ClauseWords } from './clause-words.ts';

const OWN = new Set(['we', 'i']);
const VERBAL = Tag.base | Tag.third | Tag.past;

/**
 * @param cue token of the claim's cue; @param place what is known of it in its clause
 * @param isNominal whether the cue is a noun, which any verb of reporting before it may have as its object
 */
export function isReported(
  tokens: readonly Token[],
  cue: number,
  { frame }: Place,
  isNominal: boolean,
  { reporting }: ClauseWords,
): boolean {
  const isOwn = (holder: TokenRange | null) => holder !== null && OWN.has(tokens[holder[0]]?.lower ?? '');
  if (frame.kind === 'reported') return reporting.has(tokens[frame.by]?.lower ?? '') && !isOwn(frame.holder);
  if (!isNominal) return false;
  for (let k = 0; k < cue; k++) {
    const token = tokens[k];
    if (!token || !reporting.has(token.lower)) continue;
    const chain = chainAt(chainsOf(tokens), k);
    const subject = chain?.subject;
    // "the report" is a noun where no chain of verbs holds it.
    if ((chain || !(token.tags & VERBAL)) && !(subject && isOwn([subject.from, subject.to]))) return true;
  }
  return false;
}
