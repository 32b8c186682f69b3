/** Files that a folder or pattern names and that are no inputs: those that the project leaves out, and pmed's own results. */
import { counted } from '../render/numbers.ts';
import type { Call } from './command.ts';
import { type Named, namedInputs, type WhyLeftOut } from './inputs.ts';
import { isOurs } from './output/marks.ts';
import { isExcluded } from './settings/files.ts';

/** Formats of results that are read as documents too. */
const READABLE = /\.(?:html?|md|markdown|txt)$/i;
/** Names that are told. */
const TOLD = 3;

/**
 * The inputs that the operands name, without what is left out; of pmed's own results the user is told.
 * @throws as `namedInputs`
 */
export async function chosenInputs(operands: readonly string[], call: Call): Promise<Named[]> {
  const excluded = isExcluded(call);
  const own: string[] = [];
  const why: WhyLeftOut = (path) => {
    if (excluded(path)) return 'exclude';
    if (!READABLE.test(path) || !isOurs(path)) return null;
    own.push(path);
    return 'own';
  };
  const named = await namedInputs(operands, why);
  if (own.length > 0) {
    const more = own.length > TOLD ? ` and ${counted(own.length - TOLD, 'more', 'more')}` : '';
    call.session.notices.remark(`left out what pmed itself wrote: ${own.slice(0, TOLD).join(', ')}${more}`);
  }
  return named;
}
