/** `pmed review`: carries what people say of what was found from a sheet back into pmed. */
import { PmedError } from '../model/fault.ts';
import { noReview, review } from './accept/flags.ts';
import { reviewPath, USUAL_REVIEW } from './accept/paths.ts';
import type { Call, CommandDefinition } from './command.ts';
import { howItIsRead, whatGoesIn } from './flag-groups.ts';
import { allowUnread, csvRaw, force, noBom, output, showAll } from './flags.ts';
import { sheetFormat } from './review/flags.ts';
import { inputs } from './settings/unflagged.ts';
import { nearest } from './suggest.ts';
import { wrongOperands } from './usage.ts';

const TASKS = ['export', 'import', 'show'] as const;

export const reviewCommand: CommandDefinition = {
  name: 'review',
  aliases: [],
  summary: 'say in a spreadsheet what is right, and carry it back',
  purpose:
    'Write what was found into a sheet for people to judge and correct, and read their verdicts back: later runs go by them.',
  operands: '<export|import|show> [files...]',
  arity: [1, Number.POSITIVE_INFINITY],
  readsStdin: false,
  examples: [
    ['pmed review export report.pdf -o review.xlsx', 'a sheet to fill in'],
    ['pmed review import review.xlsx', 'write pmed.review.yaml'],
    ['pmed commitments report.pdf', 'go by it, as other commands do'],
    ['pmed review show report.pdf', 'which verdicts hold, and for what'],
    ['pmed eval report.pdf', 'how often pmed was right'],
  ],
  groups: [
    { title: 'What comes out', flags: [sheetFormat, output, force, noBom, csvRaw, showAll, allowUnread] },
    whatGoesIn(),
    howItIsRead(),
  ],
  notes: [
    'The review file is --review, else review of the project file, else pmed.review.yaml; import -o writes another. Verdicts that a sheet says nothing of stay.',
    'Verdicts: keep, edit (who, what or by were corrected), not a commitment. What pmed missed goes into the sheet Missed, or into rows without an id.',
    'A verdict belongs to an id and its words: a moved sentence keeps it; of changed words, and of words that are gone, pmed tells. It holds for what is said again only in the same words and section.',
  ],
  async run(call) {
    const [given = '', ...what] = call.operands;
    const task = TASKS.find((one) => one === given);
    if (task === undefined) throw await unknownTask(given, what);
    if (task === 'import') return (await import('./review/import.ts')).importReview(call, pathOf(call), what);
    const files = what.length > 0 ? what : call.get(inputs);
    if (task === 'show') return (await import('./review/show.ts')).showReview(call, pathOf(call), files);
    if (files.length === 0) throw wrongOperands('pmed review export', '<files>', 0);
    return (await import('./review/export.ts')).exportReview(call, files);
  },
};

/** The review file that is meant, whether or not it is there. */
function pathOf(call: Call): string {
  if (call.get(noReview)) return USUAL_REVIEW;
  return call.get(review) ?? reviewPath(call) ?? USUAL_REVIEW;
}

async function unknownTask(given: string, what: readonly string[]): Promise<PmedError> {
  const near = await nearest(given, TASKS);
  const meant = near === null ? '' : ` Did you mean: pmed review ${[near, ...what].join(' ')}`;
  return new PmedError(`pmed review cannot '${given}'.${meant}`, {
    code: 'PMED-U004',
    exitCode: 2,
    hint: `It can: ${TASKS.join(', ')}`,
  });
}
