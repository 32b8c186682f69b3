/** A pack of rules for times to start from. */
import type { Starter } from './starter.ts';

export const time: Starter = {
  title: 'Rules for times.',
  use: ['timeline', 'what do they find?'],
  text: `pack: time

# Times are found in steps; in step 5 all of them are there, as :date, and rules say what they are for.
step: 5

# Examples are read on this day.
example-date: "2024-11-14"

rules:
  - id: not-past
    description: A day that something may not slip past.
    # cue: says what a time is for. Rules that make times themselves are longer: pmed rules list time
    makes: cue
    # deadline, start, period or point; and by, from, until, during or on
    role: deadline
    relation: by
    match:
      - "( not | never ) ( to )? ( slip | run | drag ) ( past | beyond ) time=:date"
    # [words|value start..end role]: the words, what they mean (2027-06 is June 2027), the days, and what it is for. All
    # times of a sentence must be marked.
    finds:
      - "The works are not to slip past [June 2027|2027-06 ..2027-06-30 deadline]."
    ignores:
      - "The ferry was not late in [June 2023|2023-06 point]."
`,
};
