/** The words that gave a claim its force: in the sentence, in its stem, or the heading above it. */
import type { Annotated } from '../../model/annotated.ts';
import type { Commitment } from '../../model/report.ts';
import type { Claim } from './claim.ts';
import type { TextOf } from './words.ts';

/** @param textOf cites token ranges of the claim's sequence */
export function findCue(claim: Claim, annotated: Annotated, textOf: TextOf): Commitment['cue'] {
  const { sentence, tokens, borrowed } = claim.sequence;
  if (claim.source === 'heading' && !claim.rule.run) {
    const host = annotated.sentences[claim.giver];
    if (host) return { text: host.text, start: host.start, end: host.end };
  }
  const from = Math.min(claim.modal, tokens.length - 1);
  // A cue that begins in the stem ends there: its verb stands in the item.
  const end = from < borrowed ? Math.min(claim.cueEnd, borrowed) : claim.cueEnd;
  const to = Math.max(from + 1, end);
  return {
    text: textOf(from, to),
    start: tokens[from]?.start ?? sentence.start,
    end: tokens[to - 1]?.end ?? sentence.end,
  };
}
