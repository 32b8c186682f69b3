/** no-deadline: nothing says by when. */
import type { Draft, Examined } from '../draft.ts';

/** Commitments without any time of their own. */
export function* noDeadline({ own, timesOf }: Examined): Generator<Draft> {
  for (const commitment of own) {
    if (commitment.deadline !== null || timesOf.has(commitment.id) || commitment.polarity === 'negative') continue;
    yield { at: { commitment }, message: 'no date in this sentence or its section heading' };
  }
}
