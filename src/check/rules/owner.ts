/** no-owner: nobody is named who will do it. */
import type { Draft, Examined } from '../draft.ts';

/** Commitments without anybody bound, but for passive ones, which `agentless-passive` tells of. */
export function* noOwner({ own }: Examined): Generator<Draft> {
  for (const commitment of own) {
    if (commitment.checkable.owner || commitment.action.voice === 'passive') continue;
    yield { at: { commitment }, message: 'nobody is named who will do it' };
  }
}
