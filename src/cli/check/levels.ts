/** The levels that the settings give to rules of `pmed check`. */
import type { Level } from '../../model/fault.ts';
import type { Call } from '../command.ts';
import type { Names } from '../gate.ts';
import { checkLevels } from '../settings/unflagged.ts';

import { badValue } from '../usage.ts';

/**
 * @param names of the rules that there are
 * @throws PmedError (exit 2) for a rule that there is not
 */
export async function levelsFor(
  call: Pick<Call, 'get'>,
  { known }: Names<string>,
): Promise<Readonly<Record<string, Level | 'off'>>> {
  const levels = call.get(checkLevels);
  const odd = Object.keys(levels).find((name) => !known.includes(name));
  if (odd === undefined) return levels;
  throw badValue(checkLevels.long, odd, `Rules: ${known.join(', ')}`, known);
}
