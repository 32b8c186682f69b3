/** The flags of `pmed rules` alone. */
import { choiceFlag, formatFlag, textFlag } from '../flag.ts';

export const rulesFormat = formatFlag(['text', 'json']);
export const group = textFlag('--group', '<pack>', 'list: only the rules of one pack, such as commitment');
export const starterKind = choiceFlag(
  { long: '--kind', value: '<kind>', help: 'new: themes, commitment, time, agent or quantity' },
  ['themes', 'commitment', 'time', 'agent', 'quantity'],
  'themes',
);
