/** A pack of names of bodies to start from. */
import type { Starter } from './starter.ts';

export const agent: Starter = {
  title: 'Names of bodies.',
  use: ['commitments', 'whom do they bind?'],
  text: `pack: agent

# Each word is added to a list that pmed has (all of them: pmed rules show agent/@bodies):
lists:
  # Names, or the last words of names, in small letters.
  proper: [harbourwatch]
  # What kinds of bodies are called that can be held to their word.
  bodies: [wharfinger]

# A pack of names has no rules, so its examples stand here: who is bound, and what binds nobody.
finds:
  - "[Harbourwatch|actor] will publish its log each spring."
  - "[The Wharfinger|actor] will light every quay by 2027."
ignores:
  - "The fog will lift by noon."
`,
};
