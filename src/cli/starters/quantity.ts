/** A pack of rules for amounts to start from. */
import type { Starter } from './starter.ts';

export const quantity: Starter = {
  title: 'Rules for amounts.',
  use: ['commitments', 'what do they count?'],
  text: `pack: quantity

# Step 1 finds amounts; step 2 says of them whether they are a rise, a fall or a limit.
step: 1

rules:
  - id: to-a-class
    description: How many are taught together.
    makes: amount
    # What is counted. value= is the number, :numeral any number in figures or words.
    unit: pupils
    match:
      - "value=:numeral to a (class | group | boat)"
    # [words|value unit]: what stands in the sentence, and what it comes to. In ignores no other amount may be found.
    finds:
      - "We will teach [12 to a class|12 pupils]."
    ignores:
      - "We will take the ferry to a class on the island."
`,
};
