/** A pack of themes to start from. */
import type { Starter } from './starter.ts';

export const themes: Starter = {
  title: 'Themes of your own.',
  use: ['themes', 'what does a report say of them?'],
  text: `pack: themes

# A new name makes a scheme of your own. scheme: policy adds to the themes that are built in.
scheme: harbours

# Words of which no theme counts any part.
masks: [safe harbour rules]

themes:
  - id: dredging
    label: Dredging
    # lens: a question to ask of any policy; sector: a field of policy
    facet: sector
    description: Keeping channels and basins deep enough for ships.
    terms:
      # Each alone says that a passage is about the theme. Small letters match any; the last word also in the plural.
      strong: [dredg*, spoil ground, channel depth, "=CSD"]
      # Nearly enough: with another term, or in a short sentence.
      medium: [silt, sediment, deepen* ~3 channel]
      # Count only beside other terms.
      weak: [depth, basin, tide]
    # Words of which this theme counts no part.
    masks: [depth of feeling]
    # Sentences of your own that must, and must not, be about the theme: pmed rules test runs them.
    finds:
      - The board will dredge the inner basin every spring.
      - Sediment from the channel is taken to a licensed spoil ground.
    ignores:
      - There is great depth of feeling about the ferry.
      - The tide table hangs beside the office door.
`,
};
