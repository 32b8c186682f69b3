/** The packs to start from, by kind, and the example of `pmed init`. */
import { agent } from './agent.ts';
import { commitment } from './commitment.ts';
import { quantity } from './quantity.ts';
import { joinedFile } from './starter.ts';
import { themes } from './themes.ts';
import { time } from './time.ts';

export const starters = { themes, commitment, time, agent, quantity } as const;

/** A file with a theme, a name, and a rule of each commonest kind. */
export const examplePack = (): string =>
  joinedFile(
    [themes, agent, commitment, time, quantity],
    `# An example of rules of your own: each part, up to the next line of dashes, is a pack of one kind. Keep what you need.
#   pmed rules validate rules/example.yaml
#   pmed rules test rules/example.yaml
#   pmed analyse report.pdf --rules rules/example.yaml
# To use it always, name it in pmed.config.yaml under rules.
`,
  );
